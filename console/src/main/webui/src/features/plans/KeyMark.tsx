import StarFilled from '@ant-design/icons/StarFilled';
import StarOutlined from '@ant-design/icons/StarOutlined';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import './year.css';

/** 重点工作: whether it is, and the way to change that. */
export function KeyMark({ is, name, onMark }: { is: boolean; name: string; onMark: (key: boolean) => void }) {
  const { t } = useTranslation();
  const act = t(is ? 'plan.keyWork.unmark' : 'plan.keyWork.mark');
  return (
    <Button size="small" type="text" icon={is ? <StarFilled className="key-star" aria-hidden /> : <StarOutlined aria-hidden />} aria-label={`${act}${t('ui.colon')}${name}`} onClick={() => onMark(!is)}>
      {is ? t('plan.keyWork.is') : act}
    </Button>
  );
}
