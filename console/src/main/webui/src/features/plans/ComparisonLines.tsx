import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import MinusCircleOutlined from '@ant-design/icons/MinusCircleOutlined';
import QuestionCircleOutlined from '@ant-design/icons/QuestionCircleOutlined';
import WarningOutlined from '@ant-design/icons/WarningOutlined';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ComparisonLine, LastResult } from '../../api/year';
import { Notice } from '../../ui/Notice';
import { Tag, type Look } from '../../ui/Tag';
import { amount } from './useFigures';
import { comparisonQuery, decideBaseline } from './yearQueries';

const PAIRING_LOOKS: Record<ComparisonLine['pairing'], Look> = {
  PROPOSED: { tone: 'amber', icon: QuestionCircleOutlined },
  ACCEPTED: { tone: 'green', icon: CheckCircleOutlined },
  REJECTED: { tone: 'grey', icon: MinusCircleOutlined },
  NONE: { tone: 'grey', icon: MinusCircleOutlined },
};
const ODD: Look = { tone: 'amber', icon: WarningOutlined };

/** Both sentences side by side, what is odd about them, and the decision. */
export function ComparisonLines({ planId, lines, results }: { planId: string; lines: ComparisonLine[]; results: LastResult[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const deciding = useMutation({
    mutationFn: ({ targetId, resultId }: { targetId: string; resultId: string | null }) => decideBaseline(planId, targetId, resultId),
    onSettled: () => queries.invalidateQueries({ queryKey: comparisonQuery(planId).queryKey }),
  });
  const choices = results.map((result) => ({ value: result.id, label: result.quote }));
  return (
    <>
      {deciding.isError && <Notice error={deciding.error} />}
      <div className="compare-row compare-head">
        <span>{t('year.compare.thisYear')}</span>
        <span>{t('year.compare.last')}</span>
        <span className="num">{t('year.compare.difference')}</span>
        <span>{t('year.compare.decision')}</span>
      </div>
      {lines.map((line) => (
        <Row key={line.targetId} line={line} choices={choices} onDecide={(resultId) => deciding.mutate({ targetId: line.targetId, resultId })} />
      ))}
    </>
  );
}

function Row({ line, choices, onDecide }: { line: ComparisonLine; choices: { value: string; label: string }[]; onDecide: (resultId: string | null) => void }) {
  const { t, i18n } = useTranslation();
  const { last, difference } = line;
  const unit = line.unit === '%' ? t('year.compare.points') : (line.unit ?? '');
  return (
    <article className="compare-row">
      <div>
        {line.quote}
        {line.findings.length > 0 && (
          <span className="tags">
            {line.findings.map((finding) => (
              <Tag key={finding} look={ODD}>
                {t(`year.compare.finding.${finding}`)}
              </Tag>
            ))}
          </span>
        )}
      </div>
      <div>
        {last?.quote ?? <span className="muted">–</span>}
        {last && (
          <span className="muted small" style={{ display: 'block' }}>
            {[last.source, last.rate !== null && t('year.compare.rate', { rate: last.rate })].filter(Boolean).join(' · ')}
          </span>
        )}
      </div>
      <div className="num">{difference === null ? '' : `${difference > 0 ? '+' : ''}${amount(difference, line.unit, i18n.language)}${i18n.language === 'en' ? ' ' : ''}${unit}`}</div>
      <div>
        <span className="row">
          <Tag look={PAIRING_LOOKS[line.pairing]}>{t(`year.compare.pairing.${line.pairing}`)}</Tag>
          {line.pairing === 'PROPOSED' && last && (
            <Button size="small" type="primary" onClick={() => onDecide(last.id)}>
              {t('year.compare.accept')}
            </Button>
          )}
          {last && (
            <Button size="small" onClick={() => onDecide(null)}>
              {t('year.compare.none')}
            </Button>
          )}
        </span>
        {line.pairing === 'PROPOSED' && line.common && line.likeness !== null && <p className="muted small">{t('year.compare.because', { common: line.common, likeness: `${Math.round(line.likeness * 100)}%` })}</p>}
        {line.pairing !== 'ACCEPTED' && (
          <Select className="compare-choice" size="small" showSearch optionFilterProp="label" aria-label={t('year.compare.choose')} placeholder={t('year.compare.choose')} value={null} options={choices} onChange={(id: string | null) => id && onDecide(id)} />
        )}
      </div>
    </article>
  );
}
