import { Button, Modal } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TargetView } from '../../api/types';
import { seams } from './marking';

/** One sentence that promises several things becomes several targets, cut where its clauses end. */
export default function SplitDialog({ target, onSplit, onClose }: { target: TargetView; onSplit: (places: number[]) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const places = seams(target.quote);
  const [cuts, setCuts] = useState<ReadonlySet<number>>(new Set(places.slice(0, 1)));
  const toggle = (place: number) =>
    setCuts((now) => {
      const next = new Set(now);
      if (!next.delete(place)) next.add(place);
      return next;
    });
  const chosen = [...cuts].sort((one, other) => one - other);
  const parts = [0, ...chosen].map((from, index) => target.quote.slice(from, chosen[index] ?? target.quote.length));
  return (
    <Modal open title={t('plan.splitTarget')} okText={t('plan.splitInto', { count: parts.length })} cancelText={t('ui.cancel')} okButtonProps={{ disabled: chosen.length === 0 }} onOk={() => onSplit(chosen.map((place) => target.quoteStart + place))} onCancel={onClose}>
      <div className="stack">
        {places.length === 0 ? (
          <p className="muted">{t('plan.splitNowhere')}</p>
        ) : (
          <p className="source">
            {[0, ...places].map((from, index) => (
              <Fragment key={from}>
                {target.quote.slice(from, places[index] ?? target.quote.length)}
                {places[index] !== undefined && (
                  <Button size="small" type={cuts.has(places[index]) ? 'primary' : 'dashed'} aria-pressed={cuts.has(places[index])} onClick={() => toggle(places[index]!)}>
                    {t('plan.cutHere')}
                  </Button>
                )}
              </Fragment>
            ))}
          </p>
        )}
        <ol className="parts">{parts.map((part, index) => <li key={index}>{part}</li>)}</ol>
        <p className="muted small">{t('plan.splitHow')}</p>
      </div>
    </Modal>
  );
}
