import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView, TaskView } from '../../api/types';
import { bytes, moment } from '../../ui/format';
import { Bones, Empty, Notice } from '../../ui/Notice';
import { ownEvidence, reuse } from './evidence';
import { Miniature } from './EvidenceLine';

interface Picker {
  task: TaskView;
  standing: EvidenceView[];
  onClose: () => void;
  onTaken: () => Promise<void>;
}

/** What the unit has sent before, to be taken over instead of sent again. */
export default function ReusePicker({ task, standing, onClose, onTaken }: Picker) {
  const { t, i18n } = useTranslation();
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const files = useInfiniteQuery({
    queryKey: ['tasks', 'own-evidence', q],
    queryFn: ({ pageParam, signal }) => ownEvidence(q, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const here = new Set(standing.map(({ sha256 }) => sha256));
  const offered = onceEach((files.data?.pages ?? []).flatMap(({ items }) => items)).filter(({ sha256 }) => !here.has(sha256));

  const takeOver = async () => {
    setBusy(true);
    setError(undefined);
    const left = [...chosen];
    try {
      while (left[0]) {
        await reuse(task.id, left[0]);
        left.shift();
      }
      onClose();
    } catch (failure) {
      setChosen(left);
      setError(failure);
    } finally {
      setBusy(false);
      await onTaken();
    }
  };

  return (
    <Modal
      open
      width={640}
      title={t('evidence.pick')}
      okText={t('evidence.pickOk', { count: chosen.length })}
      okButtonProps={{ disabled: chosen.length === 0 }}
      cancelText={t('ui.cancel')}
      confirmLoading={busy}
      onOk={() => void takeOver()}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="muted small">{t('evidence.pickHow')}</p>
        <Input.Search allowClear placeholder={t('evidence.pickSearch')} aria-label={t('evidence.pickSearch')} onSearch={setQ} maxLength={100} />
        {error !== undefined && <Notice error={error} />}
        {files.isError ? (
          <Notice error={files.error} onRetry={() => void files.refetch()} />
        ) : files.isPending ? (
          <Bones rows={3} />
        ) : offered.length === 0 ? (
          <Empty title={t(q ? 'ui.noMatch' : 'evidence.pickNone')} how={t(q ? 'ui.noMatchHow' : 'evidence.pickNoneHow')} />
        ) : (
          <ul className="evidence-list evidence-offered">
            {offered.map((file) => (
              <li key={file.id}>
                <Checkbox className="evidence-offer" checked={chosen.includes(file.id)} onChange={({ target }) => setChosen((all) => (target.checked ? [...all, file.id] : all.filter((id) => id !== file.id)))}>
                  <span className="row">
                    <Miniature file={file} />
                    <span className="grow">
                      <span className="evidence-name">{file.name}</span>
                      <span className="muted small evidence-from">
                        {t('evidence.from', { task: file.taskTitle, day: moment(file.at, i18n.language) })} <span className="nowrap">{bytes(file.size)}</span>
                      </span>
                    </span>
                  </span>
                </Checkbox>
              </li>
            ))}
          </ul>
        )}
        {files.hasNextPage && (
          <Button loading={files.isFetchingNextPage} onClick={() => void files.fetchNextPage()}>
            {t('ui.more', { count: 20 })}
          </Button>
        )}
      </div>
    </Modal>
  );
}

/** The same bytes at several tasks are one file to choose. */
function onceEach(files: EvidenceView[]): EvidenceView[] {
  return [...new Map(files.map((file) => [file.sha256, file])).values()];
}
