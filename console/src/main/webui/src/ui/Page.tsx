import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

interface Head {
  title: string;
  count?: number;
  back?: { to: string; name: string };
  beside?: ReactNode;
  below?: ReactNode;
  acts?: ReactNode;
  children: ReactNode;
}

/** A page's head: what it is in one line, its state beside it, the acts on the right. */
export function Page({ title, count, back, beside, below, acts, children }: Head) {
  const { t, i18n } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t, i18n.language]);
  return (
    <div className="page">
      <header>
        {back && (
          <Link to={back.to} className="small">
            ‹ {t('ui.back', { name: back.name })}
          </Link>
        )}
        <div className="page-head">
          <div className="grow" style={{ flexBasis: 320 }}>
            <h1>
              {title}
              {count !== undefined && <span className="count">{count.toLocaleString('en')}</span>}
            </h1>
            {(beside || below) && <div className="row" style={{ marginTop: 4 }}>{beside}</div>}
            {below}
          </div>
          {acts && <div className="acts">{acts}</div>}
        </div>
      </header>
      {children}
    </div>
  );
}

export function Card({ title, extra, children, flush }: { title?: ReactNode; extra?: ReactNode; children: ReactNode; flush?: boolean }) {
  return (
    <section className="card">
      {title && (
        <header>
          <h2 className="grow">{title}</h2>
          {extra}
        </header>
      )}
      {flush ? children : <div className="body">{children}</div>}
    </section>
  );
}

/** Names and values; a fact without a value is left out. */
export function Facts({ of }: { of: [string, ReactNode][] }) {
  return (
    <dl className="facts">
      {of
        .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
        .map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
