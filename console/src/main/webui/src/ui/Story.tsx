import { useTranslation } from 'react-i18next';
import { moment } from './format';

interface Happened {
  at: string;
  /** Nobody where it was the clock or a fact. */
  by?: string | null;
  act: string;
  reason?: string | null;
  text?: string | null;
}

/** Who did what, when and why; the newest first. */
export function Story({ of, name }: { of: Happened[] | undefined; name: (act: string) => string }) {
  const { t, i18n } = useTranslation();
  if (!of || of.length === 0) return <p className="muted">{t('ui.noHistory')}</p>;
  return (
    <ol className="story">
      {[...of]
        .sort((one, other) => other.at.localeCompare(one.at))
        .map((happened, index) => (
          <li key={`${happened.at}-${index}`}>
            <div>
              <b>{name(happened.act)}</b> <span className="muted">{happened.by && happened.by !== 'system' ? happened.by : t('ui.system')}</span>
            </div>
            <div className="when">{moment(happened.at, i18n.language)}</div>
            {(happened.reason || happened.text) && <blockquote>{[happened.text, happened.reason].filter(Boolean).join(' · ')}</blockquote>}
          </li>
        ))}
    </ol>
  );
}
