import { Button, Modal } from '@mantine/core';
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
        ...REASONS.map((reason): [string[], string] => [[REASON_KEYS[reason].toUpperCase()], text.flag.reasons[reason]]),
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
    <Modal
      opened={opened}
      onClose={onClose}
      title={t.title}
      lockScroll={false}
      size="lg"
      closeButtonProps={{ 'aria-label': text.common.close }}
      transitionProps={{ duration: 0 }}
    >
      <div className={css.groups}>
        {groups.map(([title, keys]) => (
          <section key={title} aria-label={title}>
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
          </section>
        ))}
      </div>
      <div className={css.single}>
        <div>
          <p className={css.singleTitle}>{t.single}</p>
          <p className={css.hint}>{t.singleHint}</p>
        </div>
        <Button
          variant="default"
          size="xs"
          aria-pressed={single}
          aria-label={t.single}
          onClick={() => {
            setSingleKeys(!single);
            setSingle(!single);
          }}
        >
          {single ? t.on : t.off}
        </Button>
      </div>
    </Modal>
  );
}
