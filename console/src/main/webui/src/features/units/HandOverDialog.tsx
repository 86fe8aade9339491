import { useQuery } from '@tanstack/react-query';
import { App, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../api/types';
import { Bones, Notice } from '../../ui/Notice';
import { dutyOf } from './looks';
import { handOver, listPeople } from './queries';

/** Shows what will move before it does. */
export default function HandOverDialog({ person, onClose, onDone }: { person: PersonView; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [successor, setSuccessor] = useState<string>();
  const [leaves, setLeaves] = useState(true);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const colleagues = useQuery({ queryKey: ['people', 'of', person.unitId], queryFn: ({ signal }) => listPeople({ unitId: person.unitId, limit: 200 }, signal) });
  const preview = useQuery({
    queryKey: ['people', 'preview', person.id, successor, leaves],
    enabled: successor !== undefined,
    queryFn: () => handOver(true, person.id, successor!, leaves, '…'),
  });
  const send = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await handOver(false, person.id, successor!, leaves, reason);
      message.success(t('ui.done', { act: t('unit.handOver.act') }));
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
      title={t('unit.handOver.title', { name: person.name })}
      okText={t('unit.handOver.act')}
      cancelText={t('ui.cancel')}
      okButtonProps={{ disabled: !successor || !reason.trim() }}
      confirmLoading={busy}
      onOk={() => void send()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form layout="vertical">
        <Form.Item label={t('unit.handOver.successor')} required htmlFor="successor">
          <Select
            id="successor"
            showSearch={{ optionFilterProp: 'label' }}
            value={successor}
            onChange={setSuccessor}
            options={colleagues.data?.items.filter(({ id, active }) => active && id !== person.id).map(({ id, name, duty }) => ({ value: id, label: `${name}（${dutyOf(duty, t)}）` }))}
          />
        </Form.Item>
        <Form.Item label={t('unit.handOver.reason')} required htmlFor="reason">
          <Input id="reason" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
        </Form.Item>
        <Checkbox checked={leaves} onChange={(event) => setLeaves(event.target.checked)}>{t('unit.handOver.leaves')}</Checkbox>
      </Form>
      {successor && (
        <div className="act-consequence" style={{ marginTop: 12 }}>
          {preview.isError ? <Notice error={preview.error} /> : preview.data ? (
            <ul>
              <li>{t('unit.handOver.led', { count: preview.data.led })}</li>
              <li>{t('unit.handOver.called', { count: preview.data.called })}</li>
              <li>{t('unit.handOver.duty', { duty: dutyOf(preview.data.duty, t) })}</li>
              {leaves && <li>{t('unit.handOver.gone')}</li>}
            </ul>
          ) : <Bones rows={2} />}
        </div>
      )}
      {error !== undefined && <Notice error={error} />}
    </Modal>
  );
}
