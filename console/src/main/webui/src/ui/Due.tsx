import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { day } from './format';
import { Tag } from './Tag';

interface Deadline {
  dueOn: string | null;
  dueInferred?: boolean;
  overdue: boolean;
  daysLate: number;
  workingDaysLeft: number | null;
  /** Over and done with: its date is history, not a warning. */
  settled?: boolean;
}

const SOON = 5;

export function Due({ of }: { of: Deadline }) {
  const { t, i18n } = useTranslation();
  if (!of.dueOn) return <span className="muted">{t('time.none')}</span>;
  return (
    <span className="row" style={{ gap: 6 }}>
      <span className="nowrap">{day(of.dueOn, i18n.language)}</span>
      {of.dueInferred && (
        <Tooltip title={t('time.inferred')}>
          <span className="muted" aria-label={t('time.inferred')} role="img">
            *
          </span>
        </Tooltip>
      )}
      {!of.settled && <Lateness of={of} />}
    </span>
  );
}

export function Lateness({ of }: { of: Deadline }) {
  const { t } = useTranslation();
  if (of.settled) return null;
  if (of.overdue) return <Tag look={{ tone: 'red', icon: ExclamationCircleOutlined }}>{t('time.late', { count: of.daysLate })}</Tag>;
  if (of.workingDaysLeft === null || of.workingDaysLeft === undefined || !of.dueOn) return null;
  if (of.workingDaysLeft <= 0) return <Tag look={{ tone: 'amber', icon: ClockCircleOutlined }}>{t('time.today')}</Tag>;
  if (of.workingDaysLeft <= SOON) return <Tag look={{ tone: 'amber', icon: ClockCircleOutlined }}>{t('time.left', { count: of.workingDaysLeft })}</Tag>;
  return <span className="muted small nowrap">{t('time.left', { count: of.workingDaysLeft })}</span>;
}
