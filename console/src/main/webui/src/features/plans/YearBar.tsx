import FileExcelOutlined from '@ant-design/icons/FileExcelOutlined';
import FileProtectOutlined from '@ant-design/icons/FileProtectOutlined';
import FileWordOutlined from '@ant-design/icons/FileWordOutlined';
import SearchOutlined from '@ant-design/icons/SearchOutlined';
import StarFilled from '@ant-design/icons/StarFilled';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { YearView } from '../../api/year';
import { isFiltered, withFilter, withoutFilters } from '../../ui/address';
import { countsOf, filtered, filterOf, targetsOf, unitsOf } from './yearFilter';
import { LIGHTS, STANDING_LOOKS, STANDINGS, toneOf } from './yearLooks';
import { exportOf, lettersOf } from './yearQueries';
import type { YearTab } from './yearTabs';

/** Lights to press, a unit, words; and the export of exactly that. */
export function YearBar({ year, tab }: { year: YearView; tab: YearTab }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const change = (name: string, value: string | undefined) => setParams((now) => withFilter(now, name, value), { replace: true });
  const lit = new Set(filter.light?.toUpperCase().split(',') ?? []);
  const counts = countsOf(targetsOf(filtered(year, { ...filter, light: undefined })));
  const press = (light: string) => {
    const next = lit.has(light) ? [...lit].filter((one) => one !== light) : [...lit, light];
    change('light', next.join(',').toLowerCase() || undefined);
  };
  const what = tab === 'lists' ? 'lists' : 'year';
  return (
    <div className="table-bar">
      <Input
        className="search"
        type="search"
        aria-label={t('ui.search')}
        placeholder={t('year.searchHint')}
        prefix={<SearchOutlined aria-hidden />}
        defaultValue={filter.q}
        allowClear
        onChange={({ target }) => change('q', target.value)}
      />
      <Select
        className="filter"
        aria-label={t('year.unit')}
        placeholder={t('year.unit')}
        value={filter.unitId}
        options={unitsOf(targetsOf(year.chapters))}
        allowClear
        popupMatchSelectWidth={false}
        onChange={(value: string | undefined) => change('unitId', value)}
      />
      <span className="lights" role="group" aria-label={t('year.lights')}>
        {LIGHTS.map((light) => {
          const count = STANDINGS.reduce((sum, standing) => sum + (STANDING_LOOKS[standing].tone === toneOf(light) ? (counts[standing] ?? 0) : 0), 0);
          return count === 0 && !lit.has(light) ? null : (
            <button key={light} type="button" className={`light tone-${toneOf(light)}`} aria-pressed={lit.has(light)} onClick={() => press(light)}>
              <span className={`dot fill-${toneOf(light)}`} aria-hidden />
              {t(`year.light.${light}`)} <b>{count}</b>
            </button>
          );
        })}
      </span>
      {(filter.key || year.chapters.some(({ measures }) => measures.some(({ targets }) => targets.some(({ key }) => key)))) && (
        <button type="button" className="light" aria-pressed={filter.key === true} onClick={() => change('key', filter.key ? undefined : 'true')}>
          <StarFilled className="key-star" aria-hidden /> {t('year.keyOnly')} <b>{targetsOf(filtered(year, { ...filter, key: true })).length}</b>
        </button>
      )}
      {isFiltered(params) && (
        <Button type="link" onClick={() => setParams(withoutFilters(params), { replace: true })}>
          {t('ui.clear')}
        </Button>
      )}
      <span className="grow" />
      <span className="row exports">
        <Button icon={<FileExcelOutlined aria-hidden />} href={exportOf(year.planId, `${what}.xlsx`, filter)} download>
          {t('year.xlsx')}
        </Button>
        <Button icon={<FileWordOutlined aria-hidden />} href={exportOf(year.planId, `${what}.docx`, filter)} download>
          {t('year.docx')}
        </Button>
        {unitsOf(targetsOf(year.chapters)).length > 0 && (
          <Button icon={<FileProtectOutlined aria-hidden />} href={lettersOf(year.planId, filter.unitId)} download title={t(filter.unitId ? 'year.letterWhat' : 'year.lettersWhat')}>
            {t('year.letters')}
          </Button>
        )}
      </span>
    </div>
  );
}
