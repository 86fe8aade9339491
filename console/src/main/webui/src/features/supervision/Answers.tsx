import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AlertAnswer } from '../../api/types';
import { moment } from '../../ui/format';

/** What the unit has answered, with where its proof lies. */
export function Answers({ of, nameOf }: { of: AlertAnswer[]; nameOf: (account: string) => string | null }) {
  const { i18n } = useTranslation();
  return (
    <ul className="story">
      {of.map(({ at, by, text, links }) => (
        <li key={at}>
          <span className="when">{nameOf(by)} · {moment(at, i18n.language)}</span>
          <p className="answer-text">{text}</p>
          {links.map((link) => (
            <div key={link} className="small clip">
              {link.startsWith('/') ? <Link to={link}>{link}</Link> : <a href={link} target="_blank" rel="noopener noreferrer">{link}</a>}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
