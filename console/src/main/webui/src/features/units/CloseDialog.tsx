import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitView } from '../../api/types';
import { useUnits } from '../../api/units';
import { Bones, Notice } from '../../ui/Notice';
import { closeUnits } from './queries';

/** Shows what goes to whom before it does. */
export default function CloseDialog({ unit, onClose, onDone }: { unit: UnitView; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const units = useUnits();
  const [how, setHow] = useState('MERGED');
  const [successor, setSuccessor] = useState<string>();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const preview = useQuery({ queryKey: ['units', 'closing', unit.id, successor], enabled: successor !== undefined, queryFn: () => closeUnits(true, [unit.id], how, successor, '…') });
  const send = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await closeUnits(false, [unit.id], how, successor, reason);
      message.success(t('ui.done', { act: t('unit.close.act') }));
      onDone();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('unit.close.title', { name: unit.name })}
      okText={t('unit.close.act')}
      cancelText={t('ui.cancel')}
      okButtonProps={{ disabled: !reason.trim() }}
      confirmLoading={busy}
      onOk={() => void send()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form layout="vertical">
        <Form.Item label={t('unit.close.how')}>
          <Radio.Group
            value={how}
            onChange={(event) => setHow(event.target.value as string)}
            options={(['MERGED', 'SPLIT', 'CLOSED'] as const).map((value) => ({ value, label: t(`unit.close.${value.toLowerCase() as 'merged' | 'split' | 'closed'}`) }))}
          />
        </Form.Item>
        <Form.Item label={t('unit.successor')} htmlFor="successor" extra={t('unit.close.successorHelp')}>
          <Select
            id="successor"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={successor}
            onChange={setSuccessor}
            options={units.data?.filter(({ id, open }) => open && id !== unit.id).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item label={t('unit.close.reason')} required htmlFor="reason">
          <Input id="reason" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
        </Form.Item>
      </Form>
      {successor && (
        <div className="act-consequence">
          {preview.isError ? <Notice error={preview.error} /> : preview.data ? (
            <ul>
              <li>{t('unit.close.tasks', { count: preview.data.tasks })}</li>
              {preview.data.joined > 0 && <li>{t('unit.close.joined', { count: preview.data.joined })}</li>}
              {preview.data.supported > 0 && <li>{t('unit.close.supported', { count: preview.data.supported })}</li>}
              <li>{t('unit.close.people', { count: preview.data.people })}</li>
              {preview.data.moved > 0 && <li>{t('unit.close.moved', { count: preview.data.moved })}</li>}
            </ul>
          ) : <Bones rows={2} />}
        </div>
      )}
      {error !== undefined && <Notice error={error} />}
    </Modal>
  );
}
