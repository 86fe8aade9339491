import WarningOutlined from '@ant-design/icons/WarningOutlined';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface Said {
  title: string;
  detail?: string;
  errors?: { field: string; message: string }[];
}

/** What went wrong and what to do, in the service's own words when it gave any. */
export function sayOf(error: unknown, otherwise: Said): Said {
  const problem = (error as { problem?: Said } | null)?.problem;
  return problem ? { ...problem, detail: problem.detail ?? otherwise.detail } : otherwise;
}

export function Notice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const said = sayOf(error, { title: t('ui.failed'), detail: t('ui.failedHow') });
  return (
    <div className="notice" role="alert">
      <WarningOutlined aria-hidden />
      <div className="grow">
        <strong>{said.title}</strong>
        <span className="muted">{said.detail}</span>
        {said.errors && said.errors.length > 0 && (
          <ul>
            {said.errors.map(({ field, message }) => (
              <li key={field + message}>
                {field ? <b>{field}{t('ui.colon')}</b> : null}
                {message}
              </li>
            ))}
          </ul>
        )}
      </div>
      {onRetry && <Button onClick={onRetry}>{t('ui.retry')}</Button>}
    </div>
  );
}

export function Bones({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className="bones" role="status">
      <span className="visually-hidden">{t('ui.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="bone" style={{ width: `${[92, 78, 85, 64, 88, 71][row % 6]}%` }} />
      ))}
    </div>
  );
}

export function Empty({ title, how }: { title: string; how?: string }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {how && <p>{how}</p>}
    </div>
  );
}
