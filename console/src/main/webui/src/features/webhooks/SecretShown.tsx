import { Button, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

/** Told now and never again. */
export function SecretShown({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={t('webhook.secret.title')} onCancel={onClose} mask={{ closable: false }} footer={<Button type="primary" onClick={onClose}>{t('webhook.secret.kept')}</Button>}>
      <div className="stack">
        <p>{t('webhook.secret.how')}</p>
        <div className="row">
          <Input className="grow" style={{ width: 'auto' }} readOnly value={secret} aria-label={t('webhook.secret.title')} onFocus={(event) => event.target.select()} />
          <Button onClick={() => void navigator.clipboard?.writeText(secret)}>{t('webhook.secret.copy')}</Button>
        </div>
      </div>
    </Modal>
  );
}
