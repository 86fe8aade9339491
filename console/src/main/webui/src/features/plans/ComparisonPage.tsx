import FileExcelOutlined from '@ant-design/icons/FileExcelOutlined';
import FileWordOutlined from '@ant-design/icons/FileWordOutlined';
import UploadOutlined from '@ant-design/icons/UploadOutlined';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Switch, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Comparison } from '../../api/year';
import { urls } from '../../app/urls';
import { Bones, Empty, Notice } from '../../ui/Notice';
import { Card, Page } from '../../ui/Page';
import { READABLE } from './choosing';
import { ComparisonLines } from './ComparisonLines';
import { planQuery } from './queries';
import { YearTabs } from './YearTabs';
import { comparisonQuery, exportOf, readSummary } from './yearQueries';
import './year.css';

/** This year's targets beside last year's results: seen before the plan is printed, and all year after. */
export default function ComparisonPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const queries = useQueryClient();
  const plan = useQuery(planQuery(id));
  const comparison = useQuery(comparisonQuery(id));
  const reading = useMutation({
    mutationFn: (file: File) => readSummary(id, file),
    onSuccess: (answer) => queries.setQueryData(comparisonQuery(id).queryKey, answer),
  });
  const read = (comparison.data?.results.length ?? 0) > 0;
  const error = reading.error ?? comparison.error ?? plan.error;
  return (
    <Page
      title={plan.data?.title ?? t('plan.one')}
      back={{ to: urls.plans(), name: t('plan.title') }}
      below={plan.data && <YearTabs planId={id} draft={plan.data.state === 'draft'} />}
      acts={
        <Upload
          accept={READABLE.join(',')}
          showUploadList={false}
          beforeUpload={(file) => {
            reading.mutate(file);
            return Upload.LIST_IGNORE;
          }}
        >
          <Button icon={<UploadOutlined aria-hidden />} type={read ? 'default' : 'primary'} loading={reading.isPending}>
            {t(reading.isPending ? 'year.compare.reading' : read ? 'year.compare.again' : 'year.compare.upload')}
          </Button>
        </Upload>
      }
    >
      {error && <Notice error={error} />}
      <Card flush>{comparison.data ? read ? <Read planId={id} comparison={comparison.data} /> : <Empty title={t('year.compare.empty')} how={t('year.compare.hint')} /> : !error && <Bones rows={8} />}</Card>
    </Page>
  );
}

function Read({ planId, comparison }: { planId: string; comparison: Comparison }) {
  const { t } = useTranslation();
  const [onlyOdd, setOnlyOdd] = useState(false);
  const odd = comparison.lines.filter(({ findings }) => findings.length > 0);
  return (
    <>
      <div className="table-bar">
        <span>{t('year.compare.summary', { results: comparison.results.length, lines: comparison.lines.length, paired: comparison.paired, odd: odd.length })}</span>
        <span className="grow" />
        <Button icon={<FileExcelOutlined aria-hidden />} href={exportOf(planId, 'comparison.xlsx', {})} download>
          {t('year.xlsx')}
        </Button>
        <Button icon={<FileWordOutlined aria-hidden />} href={exportOf(planId, 'comparison.docx', {})} download>
          {t('year.docx')}
        </Button>
        <label className="row small">
          <Switch size="small" checked={onlyOdd} onChange={setOnlyOdd} aria-label={t('year.compare.onlyOdd')} />
          {t('year.compare.onlyOdd')}
        </label>
      </div>
      <ComparisonLines planId={planId} lines={onlyOdd ? odd : comparison.lines} results={comparison.results} />
    </>
  );
}
