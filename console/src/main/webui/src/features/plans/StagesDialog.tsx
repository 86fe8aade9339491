import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { Button, DatePicker, Form, Input, InputNumber, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TargetView } from '../../api/types';
import { Notice } from '../../ui/Notice';
import type { Stage } from './Stages';

interface Row {
  year: number;
  words: string;
  value?: number | null;
  dueOn?: Dayjs | null;
  acceptedBy?: string | null;
}

interface Asked {
  target: TargetView;
  year: number;
  /** Of a published plan it is an amendment, which needs a reason. */
  reasoned?: boolean;
  onSave: (stages: Stage[], reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** A target over several years, year by year (分批、分阶段). */
export default function StagesDialog({ target, year, reasoned = false, onSave, onClose }: Asked) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ stages: Row[]; reason: string }>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    const said = await form.validateFields().catch(() => undefined);
    if (!said) return;
    setBusy(true);
    try {
      await onSave(
        (said.stages ?? []).map(({ year: of, words, value, dueOn, acceptedBy }) => ({ year: of, words, value: value ?? null, dueOn: dueOn?.format('YYYY-MM-DD') ?? null, acceptedBy: acceptedBy?.trim() || null })),
        said.reason,
      );
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const rows = target.terms.stages.map((stage) => ({ ...stage, dueOn: stage.dueOn ? dayjs(stage.dueOn) : null }));
  const wanted = (label: string) => [{ required: true, message: t('ui.required', { label }) }];
  return (
    <Modal open width={760} title={`${t('plan.stages.title')}${t('ui.colon')}${target.indicator}`} okText={t(reasoned ? 'plan.amend.propose' : 'plan.stages.save')} cancelText={t('ui.cancel')} confirmLoading={busy} onOk={() => void save()} onCancel={onClose} mask={{ closable: false }}>
      <div className="stack">
        <div className="act-consequence">{t('plan.stages.how')}{reasoned && <> {t('plan.amend.proposeResult')}</>}</div>
        <Form form={form} layout="vertical" initialValues={{ stages: rows.length > 0 ? rows : [{ year }] }}>
          <Form.List name="stages">
            {(fields, { add, remove }) => (
              <div className="stack">
                {fields.length === 0 && <p className="muted">{t('plan.stages.none')}</p>}
                {fields.map(({ key, name }) => (
                  <div key={key} className="stage-row">
                    <Form.Item name={[name, 'year']} label={t('plan.stages.year')} rules={wanted(t('plan.stages.year'))}>
                      <InputNumber min={2000} max={2999} precision={0} />
                    </Form.Item>
                    <Form.Item name={[name, 'words']} label={t('plan.stages.words')} rules={wanted(t('plan.stages.words'))}>
                      <Input maxLength={100} />
                    </Form.Item>
                    <Form.Item name={[name, 'value']} label={`${t('plan.stages.value')}${target.unit ? ` (${target.unit})` : ''}`}>
                      <InputNumber min={0} />
                    </Form.Item>
                    <Form.Item name={[name, 'dueOn']} label={t('plan.stages.dueOn')}>
                      <DatePicker format="YYYY-MM-DD" />
                    </Form.Item>
                    <Form.Item name={[name, 'acceptedBy']} label={t('plan.stages.acceptedBy')}>
                      <Input maxLength={100} />
                    </Form.Item>
                    <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('plan.stages.remove')} onClick={() => remove(name)} />
                  </div>
                ))}
                <Button icon={<PlusOutlined aria-hidden />} disabled={fields.length >= 10} onClick={() => add({ year: year + fields.length })}>
                  {t('plan.stages.add')}
                </Button>
              </div>
            )}
          </Form.List>
          {reasoned && (
            <Form.Item name="reason" label={t('plan.stages.reason')} rules={wanted(t('plan.stages.reason'))} style={{ marginTop: 12 }}>
              <Input.TextArea rows={3} maxLength={2000} />
            </Form.Item>
          )}
        </Form>
        {error !== undefined && <Notice error={error} />}
      </div>
    </Modal>
  );
}
