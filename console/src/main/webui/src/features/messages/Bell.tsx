import BellOutlined from '@ant-design/icons/BellOutlined';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { urls } from '../../app/urls';
import { unreadQuery } from './queries';

/** How many messages wait, as of this second; it opens exactly those. */
export function Bell() {
  const { t } = useTranslation();
  const unread = useQuery(unreadQuery).data?.unread ?? 0;
  return (
    <Link className="bell" to={unread > 0 ? urls.messages('read=false') : urls.messages()} aria-label={unread > 0 ? t('app.bell', { count: unread, shown: unread > 99 ? '99+' : unread }) : t('app.bellNone')}>
      <BellOutlined aria-hidden />
      {unread > 0 && <span className="badge">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  );
}

export function useUnread(): number {
  return useQuery(unreadQuery).data?.unread ?? 0;
}
