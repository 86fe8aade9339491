import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

const KEYS = ['J', 'K', 'N', 'A', 'R', 'E', 'S', 'X', 'M', 'T', 'Z', '?'] as const;

/** Every key of the review. */
export default function KeysSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={t('plan.keysHint')} footer={null} onCancel={onClose}>
      <dl className="facts">
        {KEYS.map((key) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt><kbd>{key}</kbd></dt>
            <dd>{t(`plan.key.${key}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
