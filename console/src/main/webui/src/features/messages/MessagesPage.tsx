import CheckOutlined from '@ant-design/icons/CheckOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import MailOutlined from '@ant-design/icons/MailOutlined';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MessageView } from '../../api/types';
import { urls } from '../../app/urls';
import { DataTable, type Column } from '../../ui/DataTable';
import { moment } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { listMessages, markAllRead, markRead } from './queries';
import './messages.css';

/** Where a message leads: its own link, or the thing it speaks of. */
export function leadsTo({ link, subject }: MessageView): string {
  if (link) {
    const path = link.replace(/^https?:\/\/[^/]+/, '');
    if (path.startsWith('/')) return path;
  }
  switch (subject?.type) {
    case 'task':
      return urls.task(subject.id);
    case 'alert':
      return urls.alert(subject.id);
    case 'plan':
      return urls.plan(subject.id);
    default:
      return urls.messages();
  }
}

export default function MessagesPage() {
  const { t, i18n } = useTranslation();
  const { message: toast } = App.useApp();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['messages'] });
  const failed = (error: Error) => void toast.error(error.message);
  const read = useMutation({ mutationFn: markRead, onSettled: refresh, onError: failed });
  const readAll = useMutation({ mutationFn: markAllRead, onSettled: refresh, onError: failed });

  const title = (message: MessageView) => (
    <Link to={leadsTo(message)} className={message.readAt ? 'message' : 'message unread'} onClick={() => !message.readAt && read.mutate(message.id)}>
      <span className="row" style={{ gap: 6 }}>
        {!message.readAt && <span className="dot" role="img" aria-label={t('message.unread')} />}
        {message.urgent && <Tag look={{ tone: 'amber', icon: ExclamationCircleOutlined }}>{t('message.urgent')}</Tag>}
        <span className="message-title">{message.title}</span>
      </span>
      <span className="message-body clip-2">{message.body}</span>
    </Link>
  );
  const columns: Column<MessageView>[] = [
    { key: 'title', title: t('message.title'), render: title, plain: (message) => `${message.title} ${message.body}` },
    { key: 'subject', title: t('message.filter.kind'), width: 90, render: (message) => message.subject && t(`message.subject.${message.subject.type}`), plain: (message) => message.subject && t(`message.subject.${message.subject.type}`) },
    { key: 'at', title: t('health.deliveries.col.created'), width: 190, render: (message) => <span className="nowrap muted">{moment(message.createdAt, i18n.language)}</span>, plain: (message) => moment(message.createdAt, i18n.language) },
    {
      key: 'read',
      title: t('message.read'),
      width: 120,
      render: (message) =>
        message.readAt ? (
          <span className="muted small">
            <CheckOutlined aria-hidden /> {t('message.filter.read')}
          </span>
        ) : (
          <Button size="small" onClick={() => read.mutate(message.id)} aria-label={`${t('message.read')}${t('ui.colon')}${message.title}`}>
            {t('message.read')}
          </Button>
        ),
    },
  ];
  return (
    <DataTable<MessageView>
      title={t('message.title')}
      topic={['messages', 'list']}
      load={listMessages}
      columns={columns}
      card={(message) => (
        <div className="stack" style={{ gap: 4 }}>
          {title(message)}
          <span className="row spread small muted">
            {moment(message.createdAt, i18n.language)}
            {!message.readAt && (
              <Button size="small" onClick={() => read.mutate(message.id)} aria-label={`${t('message.read')}${t('ui.colon')}${message.title}`}>
                {t('message.read')}
              </Button>
            )}
          </span>
        </div>
      )}
      filters={[{ name: 'read', label: t('message.filter.read'), options: [{ value: 'false', label: t('message.unreadOnly') }] }]}
      acts={
        <Button icon={<MailOutlined aria-hidden />} loading={readAll.isPending} onClick={() => readAll.mutate()}>
          {t('message.readAll')}
        </Button>
      }
      empty={{ title: t('message.empty'), how: t('message.emptyHow') }}
      exportName={t('message.title')}
    />
  );
}
