import InboxOutlined from '@ant-design/icons/InboxOutlined';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal, Table, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetReportView } from '../../api/types';
import { Bones, Notice } from '../../ui/Notice';
import { Tag } from '../../ui/Tag';
import { OUTCOMES } from './looks';
import { sendSheet, templateAddress } from './queries';

type Step = { at: 'choosing' } | { at: 'reading' } | { at: 'previewed'; file: File; report: SheetReportView } | { at: 'refused'; error: unknown };

/** A sheet is read first; nothing is saved before one has seen what would be. */
export default function SheetDialog({ of, onClose }: { of: 'units' | 'people'; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>({ at: 'choosing' });

  const read = async (file: File, preview: boolean) => {
    setStep({ at: 'reading' });
    try {
      const report = await sendSheet(of, file, preview);
      if (report.saved) {
        void queries.invalidateQueries({ queryKey: [of] });
        message.success(t('unit.sheet.saved', { created: report.created, changed: report.changed }));
        onClose();
      } else {
        setStep({ at: 'previewed', file, report });
      }
    } catch (error) {
      setStep({ at: 'refused', error });
    }
  };
  const ready = step.at === 'previewed' && step.report.wrong === 0 && step.report.created + step.report.changed > 0;
  return (
    <Modal
      open
      width={720}
      title={t(`unit.sheet.title.${of}`)}
      okText={t('unit.sheet.save')}
      cancelText={t('ui.cancel')}
      okButtonProps={{ disabled: !ready }}
      onOk={() => step.at === 'previewed' && void read(step.file, false)}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        {step.at === 'choosing' && (
          <>
            <Upload.Dragger
              accept=".xlsx"
              showUploadList={false}
              multiple={false}
              beforeUpload={(file) => {
                void read(file, true);
                return Upload.LIST_IGNORE;
              }}
            >
              <p style={{ fontSize: 32, color: 'var(--ink-3)' }}>
                <InboxOutlined aria-hidden />
              </p>
              <p>{t('unit.sheet.drop')}</p>
              <p className="muted small" style={{ padding: '0 16px' }}>{t('unit.sheet.hint')}</p>
            </Upload.Dragger>
            <a href={templateAddress(of)}>{t('unit.sheet.template')}</a>
          </>
        )}
        {step.at === 'reading' && <Bones rows={4} />}
        {step.at === 'refused' && (
          <>
            <Notice error={step.error} />
            <Button onClick={() => setStep({ at: 'choosing' })}>{t('unit.sheet.another')}</Button>
          </>
        )}
        {step.at === 'previewed' && (
          <>
            <p role="status">
              {t(step.report.wrong ? 'unit.sheet.wrong' : 'unit.sheet.preview', { wrong: step.report.wrong, created: step.report.created, changed: step.report.changed, unchanged: step.report.unchanged })}
            </p>
            <Table
              size="small"
              rowKey="row"
              pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
              dataSource={step.report.rows}
              columns={[
                { title: t('unit.sheet.row'), dataIndex: 'row', width: 60, align: 'right' },
                { title: t('unit.sheet.what'), render: (_, row) => [row.id, row.name].filter(Boolean).join(' ') },
                { title: t('unit.sheet.outcome'), width: 90, render: (_, row) => <Tag look={OUTCOMES[row.outcome]}>{t(`unit.sheet.is.${row.outcome.toLowerCase() as 'wrong' | 'created' | 'changed' | 'unchanged'}`)}</Tag> },
                { title: t('unit.sheet.why'), render: (_, row) => row.errors.map((error) => (i18n.language === 'en' ? `${error.field}: ${error.en}` : error.zh)).join('；') },
              ]}
            />
            <Button onClick={() => setStep({ at: 'choosing' })}>{t('unit.sheet.another')}</Button>
          </>
        )}
      </div>
    </Modal>
  );
}
