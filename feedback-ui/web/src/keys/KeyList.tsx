import { Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import { REASONS } from '../api/types';
import { useLanguage } from '../i18n/language';
import { REASON_KEYS } from '../study/reasons';
import { setSingleKeys, singleKeysOn } from './chord';
import css from './KeyList.module.css';

/** Every key, and the switch for those who talk to their computer. */
export function KeyList({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { text } = useLanguage();
  const [single, setSingle] = useState(singleKeysOn);
  const t = text.keys;
  const groups: [string, [string[], string][]][] = [
    [
      t.studies,
      [
        [['J', '↓'], t.down],
        [['K', '↑'], t.up],
        [['↵'], t.open],
      ],
    ],
    [
      t.study,
      [
        ...REASONS.map((reason): [string[], string] => [
          [REASON_KEYS[reason].toUpperCase()],
          text.flag.reasons[reason],
        ]),
        [['↵', 'Ctrl+↵'], t.save],
        [['1–5', '0'], t.presets],
        [['I'], t.invert],
        [['R'], t.reset],
        [['F'], t.fit],
        [['↓', '↑'], t.scroll],
        [['J', 'K'], `${t.down} / ${t.up}`],
      ],
    ],
    [
      t.everywhere,
      [
        [['F1', '?'], t.help],
        [['Esc'], t.escape],
      ],
    ],
  ];
  return (
    <Modal.Root opened={opened} onClose={onClose} lockScroll={false} size="lg" transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content aria-label={t.title} className={css.content}>
        <div className={css.head}>
          <h2 className={css.heading}>{t.title}</h2>
          <Modal.CloseButton aria-label={text.common.close} />
        </div>
        <div className={css.groups}>
          {groups.map(([title, keys]) => (
            <div key={title} className={css.group}>
              <h3 className={css.title}>{title}</h3>
              <dl className={css.keys}>
                {keys.map(([names, what]) => (
                  <div key={what} className={css.row}>
                    <dt>
                      {names.map((name) => (
                        <kbd key={name}>{name}</kbd>
                      ))}
                    </dt>
                    <dd>{what}</dd>
                  </div>
                ))}
              </dl>
            </div>
          ))}
        </div>
        <Switch
          className={css.single}
          label={t.single}
          description={t.singleHint}
          checked={single}
          onChange={(event) => {
            setSingleKeys(event.currentTarget.checked);
            setSingle(event.currentTarget.checked);
          }}
        />
      </Modal.Content>
    </Modal.Root>
  );
}
