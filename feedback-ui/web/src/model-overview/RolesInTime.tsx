import { useState } from 'react';
import type { ModelRole } from '../api/types';
import page from '../design/page.module.css';
import { useLanguage } from '../i18n/language';
import css from './ModelOverview.module.css';

/** Which version was in service or in shadow, where and when. */
export function RolesInTime({ roles }: { roles: ModelRole[] }) {
  const { text, format } = useLanguage();
  const [now] = useState(Date.now);
  if (roles.length === 0) {
    return <p className={page.empty}>{text.common.nothing}</p>;
  }
  const start = Math.min(...roles.map((role) => Date.parse(role.from)));
  const end = Math.max(now, ...roles.map((role) => (role.to ? Date.parse(role.to) : now)));
  const length = Math.max(1, end - start);
  const at = (moment: number) => (100 * (Math.min(end, Math.max(start, moment)) - start)) / length;
  const ordered = [...roles].sort(
    (a, b) => a.site.localeCompare(b.site) || a.role.localeCompare(b.role) || a.from.localeCompare(b.from),
  );
  return (
    <div className={page.scroll}>
      <table className={page.table}>
        <thead>
          <tr>
            <th scope="col">{text.common.site}</th>
            <th scope="col">{text.common.version}</th>
            <th scope="col">{text.overview.roleTitle}</th>
            <th scope="col">{text.common.from}</th>
            <th scope="col">{text.common.to}</th>
            <th scope="col" className={css.timeHead}>
              {format.date(new Date(start).toISOString())} – {format.date(new Date(end).toISOString())}
            </th>
            <th scope="col">{text.overview.policyFields.reason}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((role) => {
            const left = at(Date.parse(role.from));
            return (
              <tr key={role.id}>
                <td>{role.site}</td>
                <td>{role.version}</td>
                <td className={page.nowrap}>{text.overview.role[role.role]}</td>
                <td className={page.nowrap}>{format.date(role.from)}</td>
                <td className={page.nowrap}>{role.to ? format.date(role.to) : text.overview.now}</td>
                <td>
                  <span className={css.track} aria-hidden="true">
                    <span
                      className={role.role === 'CHAMPION' ? css.champion : css.candidate}
                      style={{ left: `${left}%`, width: `${at(role.to ? Date.parse(role.to) : end) - left}%` }}
                    />
                  </span>
                </td>
                <td className={page.soft}>{role.reason}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
