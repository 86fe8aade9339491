import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { urls } from '../../app/urls';
import { Bones, Notice } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { Tag } from '../../ui/Tag';
import { RUNG_LOOKS } from './looks';
import { previewOf } from './queries';

/** Where today's open alerts would stand under another ladder: the answer before the question is put in force. */
export function PreviewCard({ version }: { version: number }) {
  const { t } = useTranslation();
  const preview = useQuery(previewOf(version));
  const it = preview.data;
  return (
    <Card flush title={t('rule.preview')} extra={<span className="muted small">{t('rule.previewHint')}</span>}>
      {preview.isError && <div className="pad"><Notice error={preview.error} onRetry={() => void preview.refetch()} /></div>}
      {preview.isPending && <Bones rows={4} />}
      {it && (
        <>
          <p className="pad">{t('rule.previewSum', { open: it.open, same: it.same, higher: it.higher, lower: it.lower })}</p>
          {it.open > 0 && (
            <div className="rung-scroll" role="region" tabIndex={0} aria-label={t('rule.preview')}>
              <table className="rung-table">
                <thead><tr><th scope="col">{t('rule.col.rung')}</th><th scope="col" className="num">{t('rule.now')}</th><th scope="col" className="num">{t('rule.then')}</th></tr></thead>
                <tbody>
                  {it.byRung.filter(({ now, then }) => now > 0 || then > 0).map(({ rung, now, then }) => (
                    <tr key={rung}>
                      <th scope="row"><Tag look={RUNG_LOOKS[rung]}>{t(`alert.rung.${rung}`)}</Tag></th>
                      <td className="num"><Link to={urls.alerts(`state=open&rung=${rung}`)}>{now.toLocaleString('en')}</Link></td>
                      <td className="num">{then.toLocaleString('en')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {it.moved.length > 0 && (
            <ul className="rule-moved">
              {it.moved.slice(0, 20).map(({ alertId, title, unitName, now, then }) => (
                <li key={alertId}>
                  <Link to={urls.alert(alertId)} className="clip grow">{title}</Link>
                  <span className="small muted clip">{unitName}</span>
                  <span className="small nowrap">{t(`alert.rung.${now}`)} → {t(`alert.rung.${then}`)}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Card>
  );
}
