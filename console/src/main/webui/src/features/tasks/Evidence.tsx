import CameraOutlined from '@ant-design/icons/CameraOutlined';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import FileSearchOutlined from '@ant-design/icons/FileSearchOutlined';
import InboxOutlined from '@ant-design/icons/InboxOutlined';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Progress, Upload } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView, TaskView } from '../../api/types';
import { bytes } from '../../ui/format';
import { Bones, Notice } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { useNarrow } from '../../ui/useNarrow';
import { add, evidenceQuery, mayAdd, packageOf, restore, TAKEN, takeBack, unfit } from './evidence';
import { EvidenceLine } from './EvidenceLine';

const ReusePicker = lazy(() => import('./ReusePicker'));

interface Travelling {
  key: number;
  name: string;
  share: number;
  error?: unknown;
}
const UNDO_SECONDS = 10;
let travels = 0;

/** What proves a task: put here by drag, paste, camera, or from what the unit has sent before. */
export function Evidence({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const narrow = useNarrow();
  const camera = useRef<HTMLInputElement>(null);
  const files = useQuery(evidenceQuery(task.id));
  const [travelling, setTravelling] = useState<Travelling[]>([]);
  const [picking, setPicking] = useState(false);
  const open = mayAdd(task);

  const refresh = () => queries.invalidateQueries({ queryKey: ['tasks'] });
  const change = (key: number, to: Partial<Travelling>) => setTravelling((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const leave = (key: number) => setTravelling((all) => all.filter((one) => one.key !== key));

  const take = async (file: File) => {
    const key = ++travels;
    const why = unfit(file);
    const error = why && { problem: { title: t('evidence.refused', { name: file.name }), detail: t(`evidence.${why}`, { size: bytes(file.size) }) } };
    setTravelling((all) => [...all, { key, name: file.name, share: 0, error }]);
    if (error) return;
    try {
      const { reusedFrom, name } = await add(task.id, file, (share) => change(key, { share }));
      if (reusedFrom) message.info(t('evidence.reusedInstead', { name }), 6);
      leave(key);
      await refresh();
    } catch (failure) {
      change(key, { error: failure });
    }
  };
  const taking = useRef(take);
  taking.current = take;

  useEffect(() => {
    if (!open) return undefined;
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea')) return;
      for (const file of event.clipboardData?.files ?? []) void taking.current(file);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [open]);

  const removeOne = async (file: EvidenceView) => {
    try {
      await takeBack(file.id);
      await refresh();
      const key = `evidence.${file.id}`;
      const undo = async () => {
        message.destroy(key);
        try {
          await restore(file.id);
          await refresh();
        } catch (failure) {
          message.error((failure as Error).message, 6);
        }
      };
      message.open({
        key,
        type: 'info',
        duration: UNDO_SECONDS,
        content: (
          <>
            {t('evidence.removed', { name: file.name })}
            <Button type="link" size="small" onClick={() => void undo()}>
              {t('evidence.undo')}
            </Button>
          </>
        ),
      });
    } catch (failure) {
      message.error((failure as Error).message, 6);
    }
  };

  const all = files.data ?? [];
  return (
    <Card
      title={<>{t('evidence.title')} {all.length > 0 && <span className="muted">{all.length}</span>}</>}
      extra={
        <>
          {open && (
            <Button size="small" icon={<FileSearchOutlined aria-hidden />} onClick={() => setPicking(true)}>
              {t('evidence.pick')}
            </Button>
          )}
          {all.length > 0 && (
            <Button size="small" icon={<DownloadOutlined aria-hidden />} href={packageOf(task.id)} download>
              {t('evidence.package')}
            </Button>
          )}
        </>
      }
      flush
    >
      {open && (
        <div className="body evidence-drop">
          <Upload.Dragger
            accept={TAKEN.join(',')}
            multiple
            showUploadList={false}
            beforeUpload={(file) => {
              void take(file);
              return Upload.LIST_IGNORE;
            }}
          >
            <p>
              <InboxOutlined aria-hidden /> {t(narrow ? 'evidence.choose' : 'evidence.drop')}
            </p>
            <p className="muted small">{t('evidence.hint')}</p>
          </Upload.Dragger>
          {narrow && (
            <>
              <input
                ref={camera}
                type="file"
                accept="image/*"
                capture="environment"
                hidden
                aria-label={t('evidence.camera')}
                onChange={({ target }) => {
                  for (const file of target.files ?? []) void take(file);
                  target.value = '';
                }}
              />
              <Button block icon={<CameraOutlined aria-hidden />} onClick={() => camera.current?.click()} style={{ marginTop: 8 }}>
                {t('evidence.camera')}
              </Button>
            </>
          )}
        </div>
      )}
      {travelling.map(({ key, name, share, error }) => (
        <div key={key} className="body evidence-travelling">
          {error === undefined ? (
            <div role="status">
              <span className="clip">{share < 1 ? t('evidence.sending', { name }) : t('evidence.checking', { name })}</span>
              <Progress percent={Math.round(share * 100)} size="small" status="active" aria-label={name} />
            </div>
          ) : (
            <div className="evidence-refused">
              <Notice error={named(error, name)} />
              <Button size="small" onClick={() => leave(key)}>
                {t('evidence.dismiss')}
              </Button>
            </div>
          )}
        </div>
      ))}
      {files.isError ? (
        <div className="body"><Notice error={files.error} onRetry={() => void files.refetch()} /></div>
      ) : files.isPending ? (
        <Bones rows={2} />
      ) : all.length === 0 ? (
        <p className="body muted evidence-none">{t(open ? 'evidence.none' : 'evidence.noneReader')}</p>
      ) : (
        <ul className="evidence-list">
          {all.map((file) => (
            <EvidenceLine key={file.id} file={file} onRemove={() => void removeOne(file)} />
          ))}
        </ul>
      )}
      {picking && (
        <Suspense>
          <ReusePicker task={task} standing={all} onClose={() => setPicking(false)} onTaken={refresh} />
        </Suspense>
      )}
    </Card>
  );

  /** The service's reason, under the file's name. */
  function named(error: unknown, name: string) {
    const problem = (error as { problem?: { detail?: string } }).problem;
    return problem ? { problem: { title: t('evidence.refused', { name }), detail: problem.detail } } : error;
  }
}
