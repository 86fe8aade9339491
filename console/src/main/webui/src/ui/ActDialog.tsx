import { DatePicker, Form, Input, InputNumber, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Act, ActField, ActValues } from './Acts';
import { Notice } from './Notice';

interface Asked {
  act: Act;
  draft: string;
  onClose: () => void;
  onDone: (answer: unknown) => void;
  onStale: () => void;
}

const DAY = 'YYYY-MM-DD';
/** Milliseconds without a keystroke. */
const KEEP_AFTER = 800;

/** More fields than these stand in two columns. */
const MANY = 6;

export default function ActDialog({ act, draft, onClose, onDone, onStale }: Asked) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ActValues>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const kept = `dudao.draft.${draft}`;
  const keeping = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    // What this browser remembers is newer than what was kept elsewhere.
    if (act.draft && !sessionStorage.getItem(kept)) {
      void act.draft.load().then((values) => !form.isFieldsTouched() && form.setFieldsValue(values as ActValues), () => undefined);
    }
    return () => clearTimeout(keeping.current);
  }, [act, form, kept]);

  const remember = (values: ActValues) => {
    sessionStorage.setItem(kept, JSON.stringify(plain(values)));
    clearTimeout(keeping.current);
    // Not kept there, it is kept here; nobody is stopped from writing.
    keeping.current = setTimeout(() => void act.draft?.keep(plain(values)).catch(() => undefined), KEEP_AFTER);
  };

  const send = async () => {
    let values: ActValues;
    try {
      values = plain(await form.validateFields());
    } catch {
      return; // each field says what it wants
    }
    clearTimeout(keeping.current);
    setBusy(true);
    setError(undefined);
    try {
      const answer = await act.send(values);
      sessionStorage.removeItem(kept);
      onDone(answer);
    } catch (failure) {
      setError(failure);
      if ((failure as { problem?: { status: number } }).problem?.status === 412) onStale();
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={act.question ?? act.label}
      okText={act.label}
      cancelText={t('ui.cancel')}
      confirmLoading={busy}
      onOk={() => void send()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        {act.effects && act.effects.length > 0 && (
          <div className="act-consequence">
            {act.effects.length === 1 ? act.effects[0] : <ul>{act.effects.map((effect) => <li key={effect}>{effect}</li>)}</ul>}
          </div>
        )}
        {act.fields && act.fields.length > 0 && (
          <Form
            form={form}
            layout="vertical"
            className={act.fields.length > MANY ? 'act-fields' : undefined}
            requiredMark
            validateTrigger="onBlur"
            initialValues={{ ...initials(act.fields), ...remembered(kept, act.fields) }}
            onValuesChange={(_, values: ActValues) => remember(values)}
          >
            {act.fields.map((field) => (
              <Form.Item
                key={field.name}
                className={`field-${field.kind}`}
                name={field.name}
                label={field.label}
                extra={field.help}
                rules={rulesFor(field, t('ui.required', { label: field.label }))}
              >
                {control(field)}
              </Form.Item>
            ))}
          </Form>
        )}
        {error !== undefined && <Notice error={error} />}
      </div>
    </Modal>
  );
}

/** Blanks count as nothing in words alone: the rule for them takes every other kind of value for a fault. */
function rulesFor({ required, kind }: ActField, message: string) {
  if (!required) return [];
  return [kind === 'words' || kind === 'line' ? { required, whitespace: true, message } : { required, message }];
}

function control(field: ActField) {
  switch (field.kind) {
    case 'words':
      // No autoSize: it measures with a style attribute, which the content policy refuses.
      return <Input.TextArea rows={4} maxLength={2000} />;
    case 'line':
      return <Input maxLength={200} />;
    case 'date':
      return <DatePicker format={DAY} style={{ width: '100%' }} />;
    case 'number':
      return <InputNumber style={{ width: '100%' }} />;
    case 'choice':
      return <Select options={field.options} showSearch={{ optionFilterProp: 'label' }} allowClear={!field.required} />;
    case 'choices':
      return <Select mode="multiple" options={field.options} showSearch={{ optionFilterProp: 'label' }} />;
  }
}

const initials = (fields: ActField[]): ActValues =>
  Object.fromEntries(fields.filter(({ initial }) => initial !== undefined && initial !== null).map(({ name, kind, initial }) => [name, kind === 'date' ? dayjs(initial as string) : initial]));

function remembered(kept: string, fields: ActField[]): ActValues {
  const text = sessionStorage.getItem(kept);
  if (!text) return {};
  const values = JSON.parse(text) as ActValues;
  return initials(fields.map((field) => ({ ...field, initial: values[field.name] })));
}

/** Dates as days, blanks as nothing. */
function plain(values: ActValues): ActValues {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => [name, dayjs.isDayjs(value) ? (value as Dayjs).format(DAY) : value]),
  );
}
