import DownOutlined from '@ant-design/icons/DownOutlined';
import { App, Button, Popover, Tooltip } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface ActField {
  name: string;
  label: string;
  kind: 'words' | 'line' | 'date' | 'number' | 'choice' | 'choices';
  required?: boolean;
  help?: string;
  initial?: unknown;
  options?: { value: string; label: string }[];
}
export type ActValues = Record<string, unknown>;

export interface Act {
  act: string;
  label: string;
  /** Red stays with what is overdue: an act that can't be undone is told by its question, not by a colour. */
  primary?: boolean;
  icon?: ReactNode;
  /** Asked before it is done; an act without question, fields and effects is done at once. */
  question?: string;
  effects?: string[];
  fields?: ActField[];
  send: (values: ActValues) => Promise<unknown>;
  /** Where an unfinished form is kept beside this browser. */
  draft?: { load: () => Promise<unknown>; keep: (values: ActValues) => Promise<unknown> };
}

interface Bar {
  acts: Act[];
  can: readonly string[];
  cannot: readonly { act: string; reason: string }[];
  /** Where an unfinished form is kept until it is sent. */
  draft: string;
  onDone: (act: string, answer: unknown) => void;
}

const FEW = 2;
const ActDialog = lazy(() => import('./ActDialog'));

/** What may be done here. What may not is there too, with its reason; the server knows which is which. */
export function ActBar({ acts, can, cannot, draft, onDone }: Bar) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [asking, setAsking] = useState<Act>();
  const [sending, setSending] = useState<string>();

  const finish = (act: Act, answer: unknown) => {
    setAsking(undefined);
    message.success(t('ui.done', { act: act.label }));
    onDone(act.act, answer);
  };
  const begin = async (act: Act) => {
    if (act.fields?.length || act.question || act.effects?.length) {
      setAsking(act);
      return;
    }
    setSending(act.act);
    try {
      finish(act, await act.send({}));
    } catch (error) {
      message.error((error as Error).message, 6);
      onDone(act.act, undefined);
    } finally {
      setSending(undefined);
    }
  };

  const refusals = acts.flatMap((act) => {
    const reason = cannot.find((refusal) => refusal.act === act.act)?.reason;
    return reason === undefined ? [] : [{ act, reason }];
  });
  // A few stand beside the others with their reasons; a row of them would hide what one may do.
  const gathered = refusals.length > FEW;
  return (
    <>
      {acts.map((act) => {
        const refused = cannot.find((refusal) => refusal.act === act.act);
        if (refused ? gathered : !can.includes(act.act)) return null;
        return refused ? (
          <Refused key={act.act} act={act} reason={refused.reason} />
        ) : (
          <Button
            key={act.act}
            type={act.primary ? 'primary' : 'default'}
            icon={act.icon}
            loading={sending === act.act}
            onClick={() => void begin(act)}
          >
            {act.label}
          </Button>
        );
      })}
      {gathered && <Refusals of={refusals} />}
      {asking && (
        <Suspense>
          <ActDialog act={asking} draft={`${draft}.${asking.act}`} onClose={() => setAsking(undefined)} onDone={(answer) => finish(asking, answer)} onStale={() => onDone(asking.act, undefined)} />
        </Suspense>
      )}
    </>
  );
}

/** Reachable by keyboard and finger, so that its reason is too. */
function Refused({ act, reason }: { act: Act; reason: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const why = t('ui.actUnavailable', { act: act.label, reason });
  return (
    <Tooltip title={reason}>
      <Button className="refused" aria-disabled aria-label={why} icon={act.icon} onClick={() => void message.info(why)}>
        {act.label}
      </Button>
    </Tooltip>
  );
}

/** Many that may not be done now: one button that tells each with its reason. */
function Refusals({ of }: { of: { act: Act; reason: string }[] }) {
  const { t } = useTranslation();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <dl className="facts refusals">
          {of.map(({ act, reason }) => (
            <div key={act.act} style={{ display: 'contents' }}>
              <dt>{act.label}</dt>
              <dd>{reason}</dd>
            </div>
          ))}
        </dl>
      }
    >
      <Button className="refused" style={{ cursor: 'pointer' }} icon={<DownOutlined aria-hidden />} iconPlacement="end">
        {t('ui.unavailable', { count: of.length })}
      </Button>
    </Popover>
  );
}
