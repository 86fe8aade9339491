import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import InboxOutlined from '@ant-design/icons/InboxOutlined';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Progress, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { urls } from '../../app/urls';
import { bytes } from '../../ui/format';
import { Notice } from '../../ui/Notice';
import { type Part, partsIn, READABLE, unfit } from './choosing';
import { importPlan } from './queries';

type Step = { at: 'choosing' } | { at: 'picking'; file: File; parts: Part[] } | { at: 'sending'; name: string; share: number } | { at: 'refused'; error: unknown };

export default function UploadDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>({ at: 'choosing' });
  const [pasted, setPasted] = useState('');

  const take = async (file: File, part?: number) => {
    const why = unfit(file);
    if (why) {
      setStep({ at: 'refused', error: { problem: { title: t('plan.upload.failed', { name: file.name }), detail: t(`plan.upload.${why}`, { name: file.name, size: bytes(file.size) }) } } });
      return;
    }
    setStep({ at: 'sending', name: file.name, share: 0 });
    try {
      const plan = await importPlan(file, (share) => setStep({ at: 'sending', name: file.name, share }), part);
      void queries.invalidateQueries({ queryKey: ['plans'] });
      onClose();
      void navigate(urls.plan(plan.id));
    } catch (error) {
      const parts = partsIn(error);
      setStep(parts.length > 0 ? { at: 'picking', file, parts } : { at: 'refused', error });
    }
  };

  return (
    <Modal open title={t('plan.upload.title')} footer={null} onCancel={onClose} mask={{ closable: step.at !== 'sending' }}>
      <div className="stack">
        {step.at === 'refused' && (
          <>
            <Notice error={step.error} />
            <Button onClick={() => setStep({ at: 'choosing' })}>{t('plan.upload.another')}</Button>
          </>
        )}
        {step.at === 'choosing' && (
          <>
            <Upload.Dragger
              accept={READABLE.join(',')}
              showUploadList={false}
              multiple={false}
              beforeUpload={(file) => {
                void take(file);
                return Upload.LIST_IGNORE;
              }}
            >
              <p style={{ fontSize: 32, color: 'var(--ink-3)' }}>
                <InboxOutlined aria-hidden />
              </p>
              <p>{t('plan.upload.drop')}</p>
              <p className="muted small" style={{ padding: '0 16px' }}>{t('plan.upload.hint')}</p>
            </Upload.Dragger>
            <Button type="link" icon={<DownloadOutlined aria-hidden />} href="/api/plan/v1/plans/template">
              {t('plan.upload.template')}
            </Button>
            <Input.TextArea
              aria-label={t('plan.upload.paste')}
              placeholder={t('plan.upload.paste')}
              rows={4}
              value={pasted}
              onChange={(event) => setPasted(event.target.value)}
            />
            {pasted.trim() !== '' && (
              <Button type="primary" onClick={() => void take(new File([pasted], t('plan.upload.pastedName'), { type: 'text/plain' }))}>
                {t('plan.upload.importPasted')}
              </Button>
            )}
          </>
        )}
        {step.at === 'picking' && (
          <>
            <p>{t('plan.upload.several', { count: step.parts.length })}</p>
            {step.parts.map((part) => (
              <Button key={part.part} block style={{ height: 'auto', padding: '8px 12px', textAlign: 'left', whiteSpace: 'normal' }} onClick={() => void take(step.file, part.part)}>
                <span style={{ display: 'block', width: '100%' }}>
                  <b>{part.title || t('plan.upload.untitled', { part: part.part })}</b>
                  {part.kind === 'summary' && <span className="muted">{t('plan.upload.summary')}</span>}
                  <span className="muted small" style={{ display: 'block' }}>{part.beginning}</span>
                </span>
              </Button>
            ))}
            <Button type="link" onClick={() => setStep({ at: 'choosing' })}>{t('plan.upload.another')}</Button>
          </>
        )}
        {step.at === 'sending' && (
          <div role="status">
            <p>{step.share < 1 ? t('plan.upload.sending', { name: step.name }) : t('plan.upload.reading')}</p>
            <Progress percent={Math.round(step.share * 100)} status="active" aria-label={t('plan.upload.sending', { name: step.name })} />
          </div>
        )}
      </div>
    </Modal>
  );
}
