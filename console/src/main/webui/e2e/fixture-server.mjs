// For working on the pages only, never shipped: invented answers for every API of the console, held in memory.
// As a whole console:       node e2e/fixture-server.mjs 8410           (serves dist/, nobody logs in)
// As the four services:     node e2e/fixture-server.mjs 8410 services  (behind the real backend, which must send a bearer)
// FIXTURE=empty|broken shows how the pages look on the first day and on a bad one.
import { readFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const dist = process.env.WEBUI_OUT ?? join(here, '..', 'dist');
const port = Number(process.argv[2] ?? 8410);
const asServices = process.argv[3] === 'services';
let mode = process.env.FIXTURE ?? 'full';

const offices = ['基础教育科', '教师工作科', '规划财务科', '督导室', '体育卫生艺术科', '职业教育科', '学前教育科', '安全管理科', '德育科', '招生考试办公室'];
const units = [
  { id: 'yunxi', parentId: null, name: '云溪县教育局', kind: 'BUREAU', path: '/yunxi/', functions: [] },
  ...offices.map((name, n) => ({ id: `o-${n + 1}`, parentId: 'yunxi', name, kind: 'SECTION', path: `/yunxi/o-${n + 1}/`, functions: [['学籍', '义务教育'], ['教师培训'], ['项目建设', '经费'], ['督导评估'], ['体质监测', '近视防控'], ['产教融合'], ['普惠园'], ['校园安全'], ['思政课'], ['考务']][n] })),
  ...Array.from({ length: 60 }, (_, n) => ({ id: `s-${String(n + 1).padStart(3, '0')}`, parentId: `t-0${(n % 6) + 1}`, name: `云溪县第${n + 1}小学`, kind: 'SCHOOL', path: `/yunxi/t-0${(n % 6) + 1}/s-${n + 1}/`, functions: [] })),
];
units.forEach((u, n) => {
  const school = u.kind === 'SCHOOL';
  u.open = n !== 70;
  u.version = 1;
  u.profile = { stage: school ? (n % 5 ? 'PRIMARY' : 'NINE_YEAR') : null, divisionCode: school ? '440199' : null, schoolCode: school && u.open ? `${n % 5 ? '21' : '31'}44${String(n).padStart(6, '0')}` : null, pupils: school ? 180 + n * 31 : null, teachers: school ? 12 + n : null, classes: school ? 6 + (n % 18) : null, traits: school && n % 3 === 0 ? ['寄宿制', '农村'] : [], leaderId: null, contactId: null, successorId: u.open ? null : 's-001' };
});
const unitPage = (unit) => ({
  unit, above: [{ id: 'yunxi', name: '云溪县教育局', path: '/yunxi/' }], leader: people[0], contact: people[2], successor: unit.open ? null : units[11], below: unit.kind === 'BUREAU' ? 10 : 0, people: 1,
  counts: [['open', 14, 'state=open&'], ['overdue', 2, 'overdue=true&'], ['all', 23, '']].map(([key, count, query]) => ({ key, count, query: `${query}unitId=${unit.id}` })),
  codes: unit.kind === 'SCHOOL' ? [{ code: unit.profile.schoolCode ?? '2144000070', unitId: unit.id, validFrom: '2026-02-10', validTo: unit.open ? null : '2026-08-20', reason: null }, { code: '2144009999', unitId: unit.id, validFrom: '2021-09-01', validTo: '2026-02-10', reason: '更正录入错误' }] : [],
  history: [
    { id: 1, at: '2026-01-04T02:00:00Z', who: 'admin', unitPath: '/yunxi/', act: 'created', subject: 'unit', subjectId: unit.id, before: null, after: JSON.stringify({ name: unit.name, kind: unit.kind, open: true }) },
    { id: 2, at: '2026-02-10T02:00:00Z', who: 'admin', unitPath: '/yunxi/', act: 'changed', subject: 'unit', subjectId: unit.id, before: JSON.stringify({ name: '城关第三小学', pupils: 410 }), after: JSON.stringify({ name: unit.name, pupils: 451 }) },
  ],
});
const offDays = ['01-01', '01-02', '01-03', ...[15, 16, 17, 18, 19, 20, 21, 22, 23].map((d) => `02-${d}`), '04-04', '04-05', '04-06', '05-01', '05-02', '05-03', '05-04', '05-05', '06-19', '06-20', '06-21', '09-25', '09-26', '09-27', '10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'];
const yearOf = (year) => ({ year, known: year === 2026, version: year === 2026 ? 20251104 : 0, holidays: year === 2026 ? offDays.map((d) => `2026-${d}`) : [], makeUpDays: year === 2026 ? ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'] : [], workingDays: year === 2026 ? 248 : 261, history: year === 2026 ? [{ id: 1, at: '2026-01-02T01:00:00Z', who: 'system', unitPath: null, act: 'changed', subject: 'calendar', subjectId: '2026', before: null, after: JSON.stringify({ source: '国务院办公厅关于2026年部分节假日安排的通知' }) }] : [] });
const termsOf = { terms: [{ year: 2026, season: 'SPRING', startsOn: '2026-03-02', endsOn: '2026-07-03', weeks: 18, own: true }, { year: 2026, season: 'AUTUMN', startsOn: '2026-09-01', endsOn: '2027-01-22', weeks: 21, own: true }] };
const sentences = [
  ['新改扩建中小学、幼儿园165所，新增学位3.2万个', '新改扩建学校', 'GE', 165, '所', '2026-12-31'],
  ['儿童青少年总体近视率比上年下降1个百分点以上', '近视率', 'DOWN', 1, '个百分点', '2026-12-31'],
  ['学前教育普惠性幼儿园覆盖率达到92%以上', '普惠性幼儿园覆盖率', 'GE', 92, '%', '2026-11-30'],
  ['9月底前完成全部校车安全检查', '校车安全检查', 'DONE', null, null, '2026-09-30'],
  ['培训中小学校长和骨干教师不少于1200人次', '培训人次', 'GE', 1200, '人次', '2026-10-31'],
  ['投入资金128000万元改善办学条件', '投入资金', 'GE', 128000, '万元', '2026-12-31'],
  ['年底前建成智慧教育示范校30所', '智慧教育示范校', 'GE', 30, '所', '2026-12-31'],
  ['体质健康测试优良率提高到60%', '体质健康优良率', 'GE', 60, '%', '2026-11-20'],
];
let version = 3;
let seq = 0;
const targetOf = (n) => {
  const [quote, indicator, comparator, value, unit, dueOn] = sentences[n % sentences.length];
  return { id: `g-${n}`, version: 1, changedBy: null, changedAt: null, approx: false, partOf: null, relation: null, terms: terms(n % 4 === 2 ? 'date-from-elsewhere' : n % 8 === 4 ? 'perhaps-a-fact' : null), quote, indicator, kind: 'COUNT', comparator, value, upper: null, unit, dueOn, dueText: n % 3 ? '年底前' : null, dueInferred: n % 3 === 0, strength: 'MUST', recurrence: null, universal: n % 5 === 0, review: n % 7 === 3 ? 'rejected' : n % 2 ? 'accepted' : 'proposed', attained: null, attainedValue: null, taskId: null, key: n % 6 === 1, countedFrom: 'REPORTS', leadUnit: null };
};
const terms = (doubt) => ({ population: null, baseline: null, baselineValue: null, hold: false, acceptedBy: null, startEvent: null, implied: false, doubt, stages: [] });
const touched = (g, edit) => Object.assign(g, edit, { version: ++version, changedBy: 'chen', changedAt: '2026-01-15T02:00:00Z' });
const news = (since = 0) => ({
  planId: 'p-1', version, counts: countsOf(), gone: [], outlineChanged: false, undoable: version > 3 ? { act: 'accepted', at: '2026-01-15T02:00:00Z', targets: 1 } : null, can: ['review', 'delete'], cannot: [],
  targets: chapters.flatMap((c) => c.measures.flatMap((m) => m.targets.filter((g) => g.version > since).map((target) => ({ measureId: m.id, target })))),
});
let made = 0;
const chapters = ['一、推进基础教育扩优提质', '二、促进学生全面发展', '三、建设高素质教师队伍', '四、守牢校园安全底线', '五、深化教育数字化', '六、加强组织保障'].map((title, c) => ({
  id: `c-${c}`,
  version: 1,
  ordinal: c + 1,
  number: '',
  title,
  measures: Array.from({ length: 5 }, (_, m) => {
    const wanted = m === 4 ? [] : m % 2 ? [targetOf(made++)] : [targetOf(made++), targetOf(made++)];
    let text = '坚持以人民为中心发展教育，优化区域教育资源配置，';
    for (const target of wanted) {
      target.quoteStart = text.length;
      text += target.quote;
      target.quoteEnd = text.length;
      text += '；';
    }
    text += '加强统筹协调，压实各方责任，确保各项任务落地见效。';
    return { id: `m-${c}-${m}`, version: 1, ordinal: m + 1, number: `${m + 1}.`, title: `${['扩大优质资源供给', '落实立德树人根本任务', '完善保障机制', '强化过程管理', '营造良好氛围'][m]}`, text, targets: wanted, repetitions: m === 4 && c === 5 ? [{ id: 'r-1', version: 1, quote: '加强统筹协调', quoteStart: 24, quoteEnd: 30, repeats: 'g-0' }] : [] };
  }),
}));
const all = () => chapters.flatMap((c) => c.measures.flatMap((m) => m.targets));
const countsOf = () => ({ chapters: 6, measures: 30, targets: all().length, accepted: all().filter((g) => g.review === 'accepted').length, rejected: all().filter((g) => g.review === 'rejected').length, unreviewed: all().filter((g) => g.review === 'proposed').length });
const plan = () => ({
  id: 'p-1', title: '云溪县教育局2026年工作要点', issuer: '云溪县教育局', year: 2026, state: 'draft', version, bureauId: 'yunxi', counts: countsOf(), chapters,
  document: { name: '云溪县教育局2026年工作要点.docx', size: 48213, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', sha256: 'b7e23ec29af22b0b4e41da31e868d57226121c84ad5e3c9b7f3a1e0c7b6f9d2a', warnings: ['第 3 章第 2 条的编号不连续，已按出现顺序排列', '文末附表未读取'] },
  can: ['review', 'delete'], cannot: [{ act: 'publish', reason: `还有 ${countsOf().unreviewed} 项目标待审核，请逐项采纳或不采纳后再发布` }],
});
const published = { id: 'p-2', title: '云溪县教育局2025年工作要点', issuer: '云溪县教育局', year: 2025, state: 'published', version: 9, counts: { chapters: 5, measures: 28, targets: 36, accepted: 34, rejected: 2, unreviewed: 0 } };

const publishedPlan = () => ({ ...plan(), ...published, chapters: plan().chapters, can: ['withdraw', 'amend'], cannot: [] });

// A year on 22 November: some of everything, so that every light is seen.
const standings = ['ATTAINED', 'ON_LINE', 'BEHIND', 'OVERDUE', 'TO_VERIFY', 'ON_LINE', 'DUE_SOON', 'ATTAINED', 'BROKEN', 'UNASSIGNED', 'NOT_STARTED', 'SHORT'];
const lightOf = { OVERDUE: 'RED', BROKEN: 'RED', SHORT: 'AMBER', BEHIND: 'AMBER', DUE_SOON: 'AMBER', TO_VERIFY: 'PURPLE', ON_LINE: 'BLUE', NOT_STARTED: 'GREY', UNASSIGNED: 'GREY', ENDED: 'GREY', ATTAINED: 'GREEN' };
const targetYear = (g, n) => {
  const standing = standings[n % standings.length];
  const lead = standing === 'UNASSIGNED' ? null : units[1 + (n % 10)];
  const part = { ATTAINED: 1.271, ON_LINE: 0.86, BEHIND: 0.41, OVERDUE: 0.7, TO_VERIFY: 1, DUE_SOON: 0.9, SHORT: 0.95 }[standing];
  const reached = g.value === null || part === undefined ? null : Math.round(g.value * part * 100) / 100;
  const every = n % 9 === 4;
  return {
    id: g.id, quote: g.quote, indicator: g.indicator, comparator: g.comparator, value: g.value, upper: g.upper, unit: g.unit, dueOn: standing === 'OVERDUE' ? '2026-10-31' : g.dueOn, dueInferred: g.dueInferred, movedFrom: n % 8 === 2 ? '2026-09-30' : null, daysLate: standing === 'OVERDUE' ? 22 : 0,
    strength: 'MUST', key: n % 6 === 1, valueOfAllYears: n === 4 ? 7 : null, stages: n === 4 ? [{ year: 2026, words: '第一批', value: 2, dueOn: '2026-10-31', acceptedBy: '市级' }, { year: 2027, words: '第二批', value: 5, dueOn: null, acceptedBy: '省级' }] : [], recurrence: null, universal: every, countedFrom: n === 6 ? 'INSPECTIONS' : 'REPORTS', form: 'AMOUNT', whole: every ? 'EVERY' : 'SUM', basis: reached === null ? 'NONE' : n % 3 ? 'SHARES' : 'REPORTED', reached, rate: reached === null ? null : Math.round((reached / g.value) * 1000) / 10, surplus: reached > g.value ? reached - g.value : null,
    expected: g.value === null ? null : Math.round(g.value * 0.88 * 10) / 10, lastYear: g.value === null || n % 2 ? null : Math.round(g.value * 0.9), unitsAsked: n % 3 ? 6 : 0, unitsReached: n % 3 ? n % 6 : 0, standing, light: lightOf[standing], leadUnitId: lead?.id ?? null, leadUnit: lead?.name ?? null, supportingUnits: n % 3 ? [] : ['规划财务科', '安全管理科'], leader: lead && ['陈若溪', '何秋实'][n % 2], person: lead && '苏明月', taskId: lead && `k-${n}`,
    cause: n % 4 === 3 ? '两处校址的用地手续尚未批复，预计下月初完成' : n % 4 === 2 ? '本月完成招标，进场施工' : null, causeAt: '2026-11-18T08:05:00Z',
  };
};
const gravest = (targets) => ['RED', 'AMBER', 'PURPLE', 'BLUE', 'GREY', 'GREEN'].find((light) => targets.some((g) => g.light === light)) ?? 'GREY';
const standingCounts = (targets) => targets.reduce((counts, { standing }) => ({ ...counts, [standing]: (counts[standing] ?? 0) + 1 }), {});
const year = () => {
  let n = 0;
  const inYear = chapters.map((c) => {
    const measures = c.measures.filter((m) => m.targets.length).map((m) => {
      const targets = m.targets.map((g) => targetYear(g, n++));
      return { id: m.id, ordinal: m.ordinal, number: m.number, title: m.title, light: gravest(targets), counts: standingCounts(targets), targets };
    });
    const targets = measures.flatMap((m) => m.targets);
    return { ordinal: c.ordinal, number: c.number, title: c.title, light: gravest(targets), counts: standingCounts(targets), measures };
  });
  const targets = inYear.flatMap((c) => c.measures.flatMap((m) => m.targets));
  return { planId: 'p-2', title: published.title, year: 2026, from: '2026-01-20', asOf: '2026-11-22', wholeBureau: true, light: gravest(targets), counts: mode === 'empty' ? {} : standingCounts(targets), chapters: mode === 'empty' ? [] : inYear };
};
const listOf = (name, query) => {
  const lines = year().chapters.flatMap((c) => c.measures.flatMap((m) => m.targets.map((target) => ({ chapter: c.title, measure: m.number + m.title, target }))))
    .filter(({ target }) => (name !== 'problems' || ['RED', 'AMBER'].includes(target.light)) && (!query.get('light') || query.get('light').toUpperCase().split(',').includes(target.light)) && (!query.get('unitId') || query.get('unitId') === target.leadUnitId) && has(target.quote, query.get('q')));
  return { name, total: lines.length, items: lines };
};
const comparison = () => {
  const last = ['全年新改扩建中小学、幼儿园171所，新增学位3.4万个', '儿童青少年总体近视率比上年下降1.45个百分点', '普惠性幼儿园覆盖率达到89.6%', '校车安全检查全部完成', '培训中小学校长和骨干教师1086人次', '投入资金117000万元'];
  const results = last.map((quote, n) => ({ id: `e-${n}`, source: '云溪县教育局2025年工作总结', quote, indicator: quote, value: [171, null, 89.6, null, 1086, 117000][n], unit: ['所', null, '%', null, '人次', '万元'][n], change: n === 1 ? -1.45 : null, changeUnit: n === 1 ? '个百分点' : null, rate: n === 0 ? 127.1 : null }));
  const lines = all().slice(0, 9).map((g, n) => {
    const found = results[n] ?? null;
    return { targetId: g.id, quote: g.quote, indicator: g.indicator, value: g.value, unit: g.unit, pairing: found ? (n % 3 === 2 ? 'ACCEPTED' : 'PROPOSED') : 'NONE', last: found, likeness: found ? 0.86 : null, common: found ? g.indicator : null, difference: found && found.value !== null && g.value !== null ? Math.round((g.value - found.value) * 10) / 10 : null, findings: [['MET_ALREADY'], ['WEAKER_CHANGE'], [], [], [], []][n] ?? [] };
  });
  return { planId: 'p-2', year: 2026, paired: 6, lines: mode === 'empty' ? [] : lines, results: mode === 'empty' ? [] : results };
};
const historyOf = (id) => {
  const target = year().chapters.flatMap((c) => c.measures.flatMap((m) => m.targets)).find((g) => g.id === id);
  const grown = target.value === null ? [] : [0.1, 0.24, 0.3, 0.46, 0.6, 0.7].map((part, n) => ({ at: `2026-0${n + 3}-12T02:00:00Z`, unit: units[11 + (n % 6)].name, reported: Math.round(target.value * 0.12), reached: Math.round(target.value * part) }));
  return { target, trend: grown, units: [{ taskId: 'k-1', unitId: 'o-1', unit: target.leadUnit ?? '基础教育科', whole: true, asked: target.value, reached: target.reached, done: false, phase: 'UNDER_WAY', dueOn: target.dueOn, daysLate: 0, words: '分解到六所学校，每月汇总一次', wordsAt: '2026-03-02T01:00:00Z' }, ...Array.from({ length: target.unitsAsked }, (_, n) => ({ taskId: `k-${n + 2}`, unitId: units[11 + n].id, unit: units[11 + n].name, whole: false, asked: null, reached: n === 5 ? null : n + 2, done: n < 2, phase: n < 2 ? 'COMPLETED' : n === 5 ? 'ASSIGNED' : 'UNDER_WAY', dueOn: target.dueOn, daysLate: n === 4 ? 6 : 0, words: n === 4 ? '施工图审查未通过，正在修改' : null, wordsAt: n === 4 ? '2026-11-16T02:00:00Z' : null }))] };
};

const states = ['proposed', 'assigned', 'accepted', 'under_way', 'submitted', 'completed', 'under_way', 'suspended'];
const acts = {
  proposed: [['assign', 'cancel'], []],
  assigned: [['accept', 'extend', 'cancel'], [{ act: 'report', reason: '签收后才能提交进展' }]],
  accepted: [['report', 'submit', 'extend'], []],
  suspended: [['resume', 'cancel'], [{ act: 'report', reason: '任务已挂起，不能提交进展。请先恢复。' }]],
  under_way: [['report', 'return_report', 'set_milestones', 'reach_milestone', 'submit', 'extend', 'set_cadence', 'ask_extension', 'suspend', 'cancel'], [{ act: 'verify', reason: '责任单位尚未申请办结' }]],
  submitted: [['verify', 'return'], [{ act: 'report', reason: '待核验期间不能提交进展，退回后可继续' }]],
  completed: [[], [{ act: 'report', reason: '任务已办结' }]],
};
const tasks = Array.from({ length: 137 }, (_, n) => {
  const [quote, indicator, comparator, target, unit] = sentences[n % sentences.length];
  const state = states[n % states.length];
  const late = state !== 'completed' && state !== 'proposed' && state !== 'suspended' && n % 9 === 1 ? (n % 4) + 1 : 0;
  const left = late ? 0 : 3 + (n % 40);
  const due = new Date(Date.UTC(2026, 10, 22 + (late ? -late : left)));
  const lead = units[1 + (n % 10)];
  return {
    id: `k-${n}`, planId: 'p-1', targetId: `g-${n % 20}`, parentId: null, title: `${indicator}：${quote}`, quote, measure: `坚持以人民为中心发展教育，${quote}；加强统筹协调。`,
    state, leadUnit: state === 'proposed' ? null : { id: lead.id, name: lead.name }, proposal: state === 'proposed' ? { unitId: lead.id, name: lead.name, reason: '计划中写明“牵头单位：' + lead.name + '”' } : null,
    supportingUnits: n % 3 ? [] : [{ id: 'o-3', name: '规划财务科' }, { id: 'o-8', name: '安全管理科' }], dueOn: due.toISOString().slice(0, 10), dueInferred: n % 6 === 0, overdue: late > 0, daysLate: late, workingDaysLeft: late ? 0 : left,
    value: target === null ? null : state === 'completed' ? target : Math.round(target * ((n % 10) / 10)), targetValue: target, comparator, unit, version: 2, can: n === 6 ? ['grant_extension', 'refuse_extension', ...acts[state][0]] : acts[state][0], cannot: acts[state][1],
    suspension: state === 'suspended' ? { since: '2026-11-09T02:00:00Z', by: '林知远', reason: '等待用地审批，由自然资源局于十二月上旬批复。', until: n === 7 ? '2026-11-20' : '2026-12-10', workingDays: 9, dueOnIfResumed: '2026-12-16' } : null,
    block: n === 3 || n === 12 ? { obstacle: 'PREREQUISITE', since: '2026-11-12T02:00:00Z', by: '陈若溪', reason: '施工许可证未办理，需住建局出具审查意见。' } : null,
    extensionWanted: n === 6 ? '2026-12-31' : null,
    suspensions: n === 6 || n === 7 ? [{ since: '2026-06-08T02:00:00Z', by: '林知远', reason: '汛期停工', expectedUntil: '2026-06-22', endedAt: '2026-06-24T01:00:00Z', endedBy: '林知远', workingDays: 11, formerDueOn: '2026-11-10', dueOn: '2026-11-25' }] : [],
    extensions: n === 6 ? [{ state: 'refused', askedAt: '2026-10-08T02:00:00Z', askedBy: '陈若溪', formerDueOn: '2026-11-25', wantedDueOn: '2027-03-31', reason: '设备到货推迟', decidedAt: '2026-10-09T02:00:00Z', decidedBy: '林知远', answer: '开学前必须完成', grantedDueOn: null }, { state: 'asked', askedAt: '2026-11-18T02:00:00Z', askedBy: '陈若溪', formerDueOn: '2026-11-25', wantedDueOn: '2026-12-31', reason: '设备到货推迟，供货方承诺十二月二十日前交货，安装调试需一周。', decidedAt: null, decidedBy: null, answer: null, grantedDueOn: null }] : [],
    history: [
      { at: '2026-03-02T01:20:00Z', who: 'system', act: 'proposed' },
      { at: '2026-03-05T02:10:00Z', who: '林知远', act: 'assigned' },
      { at: '2026-03-06T07:42:00Z', who: '陈若溪', act: 'accepted' },
      { at: '2026-09-18T08:05:00Z', who: '陈若溪', act: 'reported' },
    ],
    milestones: n === 3 ? [{ id: 'm-1', name: '完成立项批复', dueOn: '2026-06-30', progress: 100, achievedOn: '2026-06-26', proof: '批复文号〔2026〕12号', daysLate: 0 }, { id: 'm-2', name: '主体封顶', dueOn: '2026-11-15', progress: 60, achievedOn: null, proof: '三层框架完成', daysLate: 7 }, { id: 'm-3', name: '竣工验收', dueOn: '2026-11-27', progress: 0, achievedOn: null, proof: null, daysLate: 0 }] : [],
    reporting: state === 'proposed' ? null : { cadence: n % 2 ? 'MONTHLY' : 'NONE', daysAfter: 0, nextDueOn: n % 2 ? '2026-11-30' : null, missing: n % 4 === 1 ? 1 : 0 },
    reports: [{ id: 'r-0', at: '2026-08-20T02:00:00Z', by: '陈若溪', value: null, narrative: '正在推进。', returnedAt: '2026-08-21T01:00:00Z', returnReason: '缺少进度数据，请写明完工所数。' }, { id: 'r-1', returnedAt: null, returnReason: null, at: '2026-09-18T08:05:00Z', by: '陈若溪', value: 86, narrative: '已完成选址和立项，86 所主体完工；12 所因雨季顺延，预计 10 月底完工。' }],
    children: n === 3 ? [] : undefined,
  };
});
const rungs = ['REMINDER', 'URGING', 'WARNING', 'SUPERVISION', 'BULLETIN', 'TALK', 'ACCOUNTABILITY'];
const alerts = tasks.filter((k) => k.overdue).map((k, n) => {
  const at = n % 5;
  const steps = rungs.map((rung, r) => ({
    ordinal: r + 1, rung, tells: 'RUNG', plannedAt: new Date(Date.UTC(2026, 10, 20 + r * 3, 1)).toISOString(), state: r < at ? 'taken' : r === at ? (r >= 3 ? 'proposed' : 'taken') : 'planned',
    takenAt: r <= at && r < 3 ? new Date(Date.UTC(2026, 10, 20 + r, 1)).toISOString() : null, by: null, reason: r < at ? '到期未办结' : null, audience: r < 2 ? ['RESPONSIBLE_UNIT'] : r < 4 ? ['RESPONSIBLE_UNIT', 'SUPERVISORS'] : ['RESPONSIBLE_UNIT', 'SUPERVISORS', 'LEADERS'],
  }));
  return {
    id: `a-${n}`, taskId: k.id, title: k.title, planId: 'p-1', unit: k.leadUnit, rung: rungs[Math.min(at, 2)], state: n % 6 === 5 ? 'resolved' : 'open', dueOn: k.dueOn, daysLate: k.daysLate, raisedAt: '2026-11-20T16:00:02Z', acknowledgedAt: n % 2 ? '2026-11-21T02:11:00Z' : null, acknowledgedBy: n % 2 ? '陈若溪' : null,
    repeated: n % 3, answers: n % 2 ? [{ at: '2026-11-21T03:00:00Z', by: '陈若溪', text: '已完成 12 所学校的选址，剩余 3 所本周五前报送。', links: ['/tasks/k-1', 'https://oa.yunxi.example/doc/8'] }] : [],
    snoozedUntil: null, steps, can: at >= 3 ? ['sign', 'decline', 'acknowledge', 'snooze', 'escalate', 'close'] : ['acknowledge', 'snooze', 'escalate', 'close'], cannot: at >= 3 ? [] : [{ act: 'sign', reason: '目前没有等待签发的一级' }], version: 1,
    history: [{ at: '2026-11-20T16:00:02Z', by: null, act: 'raised', reason: '任务到期未办结' }, ...(n % 2 ? [{ at: '2026-11-21T02:11:00Z', by: '陈若溪', act: 'acknowledged', text: null, reason: '已知悉，本周五前补齐材料。' }] : [])],
  };
});
const ladderRungs = (days, more = {}) => rungs.slice(0, days.length).map((rung, r) => ({ ordinal: r + 1, rung, label: rung, workingDays: days[r], automatic: r < 4, audience: r < 1 ? ['RESPONSIBLE_UNIT', 'SUPERVISORS'] : r < 4 ? ['RESPONSIBLE_UNIT'] : ['RESPONSIBLE_UNIT', 'SUPERVISORS', 'LEADERS'], signers: r < 4 ? [] : r < 6 ? ['supervisor', 'leader'] : ['leader'], superiorAfter: null, repeatEvery: null, repeatTimes: null, ...more[r] }));
const ladders = [
  { version: 3, firesAt: '09:00', note: '催办多一次，预警晚两天；乡镇中心校在催办两日后知情', writtenBy: 'chen', writtenAt: '2026-11-20T02:00:00Z', inForce: false, enacted: [], rungs: ladderRungs([0, 1, 6, 8, 12, 18], { 1: { superiorAfter: 2, repeatEvery: 2, repeatTimes: 2 } }) },
  { version: 2, firesAt: '09:00', note: '按局务会议，通报提前到第八个工作日', writtenBy: 'chen', writtenAt: '2026-03-02T02:00:00Z', inForce: true, enacted: [{ at: '2026-03-03T02:00:00Z', by: 'chen', note: '局务会议 2026 年第 5 次' }], rungs: ladderRungs([0, 1, 3, 5, 8, 12, 20]) },
  { version: 1, firesAt: '09:00', note: 'The ladder that ships with the product.', writtenBy: 'system', writtenAt: null, inForce: false, enacted: [{ at: null, by: 'system', note: '' }], rungs: ladderRungs([0, 1, 3, 5, 8, 12, 20]) },
];
const weeks = Array.from({ length: 57 }, (_, w) => new Date(Date.UTC(2026, 0, 5 + w * 7)).toISOString().slice(0, 10));
const wave = (w, n) => Math.max(0, Math.round((Math.sin((w + n * 3) / 4) + (w > 48 ? 3 : w % 13 === 0 ? 2 : 0)) * (3 + (n % 4))));
const outcomeOf = (version, share) => {
  const names = ['云溪县教育局督导室', '云溪县教育局局领导', ...units.filter((u) => u.kind === 'SCHOOL').map((u) => u.name)];
  const loads = names.map((name, n) => { const counts = weeks.map((_, w) => Math.round(wave(w, n) * share * (n < 2 ? 6 - n * 4 : 1))); return { recipient: n < 2 ? `yunxi:${n ? 'LEADERS' : 'SUPERVISORS'}` : `s-${n}`, group: n < 2 ? (n ? 'LEADERS' : 'SUPERVISORS') : 'UNIT', name, total: counts.reduce((a, b) => a + b, 0), byWeek: counts }; }).sort((a, b) => b.total - a.total);
  const reach = [312, 312, 290, 271, 240, 198, share < 1 ? 0 : 151];
  return {
    version, note: ladders.find((l) => l.version === version)?.note, late: 312, messages: loads.reduce((a, l) => a + l.total, 0), waiting: share < 1 ? 41 : 0, loads,
    rungs: rungs.slice(0, share < 1 ? 6 : 7).map((rung, r) => ({ rung, label: rung, tasks: Math.round(reach[r] * (r > 3 ? share : 1)), units: Math.max(3, 61 - r * 7), byWeek: weeks.map((_, w) => Math.round((w > r ? wave(w, r) + w * (r === 6 ? 2.4 : r === 3 ? 0.6 : 0.2) : 0))) })),
    units: units.filter((u) => u.kind === 'SCHOOL').map((u, n) => ({ unit: { id: u.id, name: u.name, path: u.path ?? '/' }, tasks: 9 - (n % 7), highest: rungs[Math.max(1, (share < 1 ? 5 : 6) - Math.floor(n / 9))], byRung: rungs.slice(0, share < 1 ? 6 : 7).map((_, r) => (r > (share < 1 ? 5 : 6) - Math.floor(n / 9) ? 0 : (n + r) % 4)) })),
  };
};
const simulated = (query) => ({ year: 2026, tasks: 318, weeks, ladder: outcomeOf(Number(query.get('ladder') ?? 2), 1), against: query.get('against') ? outcomeOf(Number(query.get('against')), 0.8) : null, lastYear: { year: 2025, tasks: 296, late: 57 }, millis: 84 });
const messages = Array.from({ length: 64 }, (_, n) => ({ id: `n-${n}`, seq: ++seq, kind: n % 3 ? 'alert.raised' : 'task.assigned', title: n % 3 ? `任务逾期，已立项督办：${sentences[n % 8][1]}` : `新任务待签收：${sentences[n % 8][1]}`, body: `${sentences[n % 8][0]}。请于期限前办理，逾期将按督办规则逐级推进。`, link: n % 3 ? '/alerts/a-1' : '/tasks/k-1', urgent: n % 11 === 1, createdAt: new Date(Date.UTC(2026, 10, 22, 1) - n * 3_600_000).toISOString(), readAt: n > 6 ? '2026-11-21T01:00:00Z' : null, subject: { type: n % 3 ? 'alert' : 'task', id: n % 3 ? 'a-1' : 'k-1' } }));
const deliveries = messages.slice(0, 40).map((m, n) => ({ id: `d-${n}`, channel: n % 2 ? 'email' : 'in_app', state: n % 8 === 3 ? 'failed' : 'sent', recipient: 'chen@yunxi.example', recipientName: '陈若溪', title: m.title, attempts: n % 8 === 3 ? 5 : 1, lastError: n % 8 === 3 ? '550 5.1.1 收件人不存在' : null, createdAt: m.createdAt, sentAt: m.createdAt }));
const webhookKinds = ['task.assigned', 'task.accepted', 'task.due-soon', 'task.overdue', 'task.reported', 'task.submitted', 'task.returned', 'task.completed', 'task.extended', 'task.amended', 'alert.raised', 'alert.escalated', 'alert.resolved', 'alert.closed'].map((kind) => `dudao.${kind}.v1`);
const webhooks = [['s-001', 'https://oa.yxyx.example/dudao/events', {}], ['s-002', 'https://hub.yxex.example/api/v2/hooks/supervision?school=002', { failures: 7, failingSince: '2026-11-20T01:12:00Z', kinds: webhookKinds.slice(0, 5) }], ['s-003', 'http://10.20.3.14:8080/hook', { enabled: false, disabledBecause: '连续 5 天推送失败 / every call failed for 5 days', failures: 31, failingSince: '2026-11-12T01:12:00Z' }], ['o-1', 'https://jcjy.yunxi.example/in', { enabled: false, succeededAt: null }]].map(([unitId, url, more], n) => ({ id: `w-${n + 1}`, unitId, unit: units.find((u) => u.id === unitId).name, url, kinds: webhookKinds, enabled: true, disabledBecause: null, formerSecretUntil: n ? null : '2026-11-23T02:00:00Z', failures: 0, failingSince: null, succeededAt: '2026-11-22T01:55:00Z', createdAt: '2026-09-01T01:00:00Z', version: 1, can: ['test', 'change', 'rotate', 'replay', 'remove'], cannot: [], ...more }));
const webhookCalls = Array.from({ length: 14 }, (_, n) => ({ id: `c-${n}`, eventId: `019ab2c4-7d10-7c3e-9f00-00000000${1000 + n}`, kind: n ? webhookKinds[n % webhookKinds.length] : 'dudao.webhook.test.v1', state: n === 1 ? 'queued' : n % 6 === 5 ? 'failed' : 'sent', attempts: n === 1 ? 3 : 1, status: n === 1 ? 503 : n % 6 === 5 ? null : 204, answer: n === 1 ? 'upstream is restarting' : n % 6 === 5 ? null : '', tookMs: 38 + n * 17, lastError: n === 1 ? 'HTTP 503' : n % 6 === 5 ? '10 秒内没有答复 / no answer within 10 s' : null, createdAt: `2026-11-2${n < 6 ? 2 : 1}T0${n % 6}:20:00Z`, dueAt: n === 1 ? '2026-11-22T03:00:00Z' : '2026-11-20T01:00:00Z', triedAt: '2026-11-22T02:00:00Z' }));
const letters = Array.from({ length: 3 }, (_, n) => ({ id: `l-${n}`, topic: 'dudao.task.dlq', key: `k-${n}`, type: 'dudao.task.overdue.v1', cause: n ? '任务所属单位 s-099 尚未登记：请先导入该单位，再重新处理' : 'JSON 无法读取：第 1 行第 24 列缺少引号', state: n === 2 ? 'replayed' : 'waiting', keptAt: '2026-11-21T03:20:00Z', attempts: 1, value: '{"taskId":"k-1","dueOn":"2026-11-20"}' }));
const people = units.flatMap((u, n) => [{ id: `q-${n}`, unitId: u.id, username: n === 1 ? 'office' : null, name: ['陈若溪', '苏明月', '何秋实', '林知远'][n % 4], email: 'someone@yunxi.example', phone: '0000-000000', duty: n % 2 ? 'HEAD' : 'STAFF', active: n % 17 !== 16, version: 1 }]);

const evidence = [
  ['城关小学教学楼竣工验收报告.pdf', 'pdf', 2_482_113, 'ready'], ['操场改造现场.jpg', 'jpeg', 3_120_400, 'ready'], ['新增学位统计表（截至9月）.xlsx', 'xlsx', 48_210, 'none'], ['项目推进会会议纪要.docx', 'docx', 96_004, 'none'], ['雨季停工说明.txt', 'txt', 812, 'none'],
].map(([name, type, size, thumbnail], n) => ({
  id: `e-${n}`, taskId: 'k-1', taskTitle: sentences[n % 8][0], unitId: 'o-1', unitName: '基础教育科', name, type, mediaType: 'application/octet-stream', size, sha256: `${n}`.repeat(64), located: n === 1, at: '2026-09-18T08:05:00Z', by: 'supervisor', reusedFrom: n === 2 ? 'e-9' : null, thumbnail, reportIds: n === 3 ? ['r-1'] : [],
  can: n === 3 ? ['open'] : ['open', 'remove'], cannot: n === 3 ? [{ act: 'remove', reason: '已提交的进展引用了这份材料，不能移除。' }] : [],
}));
const standing = evidence.slice(0, 4);
let gone;

const listeners = new Set();
const page = (items, query) => {
  if (mode === 'empty') return { items: [], next: null, total: 0 };
  const from = Number(query.get('cursor') ?? 0);
  const limit = Number(query.get('limit') ?? 50);
  return { items: items.slice(from, from + limit), next: from + limit < items.length ? String(from + limit) : null, total: items.length };
};
const has = (text, q) => !q || JSON.stringify(text).includes(q);
const tasksBy = (query) =>
  tasks.filter((k) => (!query.get('state') || query.get('state').split(',').includes(k.state)) && (!query.get('overdue') || k.overdue) && (query.get('waiting') !== 'extension' || k.extensionWanted) && (query.get('waiting') !== 'obstacle' || k.block) && (query.get('waiting') !== 'resumption' || (k.suspension && k.suspension.until < '2026-11-22')) && (!query.get('unitId') || k.leadUnit?.id === query.get('unitId')) && has(k.title, query.get('q')))
    .sort((a, b) => (query.get('sort') === 'due' ? a.dueOn.localeCompare(b.dueOn) : query.get('sort') === '-due' ? b.dueOn.localeCompare(a.dueOn) : 0));
const reportStates = ['MISSING', 'EXPECTED', 'IN_TIME', 'LATE', 'EXPECTED', 'MISSING', 'IN_TIME'];
const expected = tasks.filter((k) => k.leadUnit).slice(0, 84).map((k, n) => {
  const state = reportStates[n % reportStates.length];
  const month = 10 - (state === 'EXPECTED' ? 0 : 1 + (n % 3));
  const last = new Date(Date.UTC(2026, month + 1, 0)).toISOString().slice(0, 10);
  const daysLate = state === 'MISSING' ? 23 : state === 'LATE' ? 2 : 0;
  return { id: `x-${n}`, taskId: k.id, title: k.title, unit: k.leadUnit, periodFrom: `${last.slice(0, 8)}01`, periodTo: last, dueOn: last, state, daysLate, reportedAt: state === 'IN_TIME' || state === 'LATE' ? `${last}T07:40:00Z` : null, sentBack: n % 11 === 3 ? 1 : 0 };
});
const burden = () =>
  units.slice(11, 50).map((unit, n) => {
    const months = Array.from({ length: 12 }, (_, at) => {
      const tasks = (n * 7 + at * 5) % 4 && at > 1 ? (at + n) % 5 : 0;
      const reports = at > 1 ? 1 : 0;
      return { month: at + 1, hours: tasks * 5.5 + reports * 0.5, tasks, reports, taskQuery: `unitId=${unit.id}`, reportQuery: `unitId=${unit.id}` };
    });
    const sum = (of) => months.reduce((all, month) => all + of(month), 0);
    return { unit: { id: unit.id, name: unit.name, path: unit.path }, hours: sum(({ hours }) => hours), items: sum(({ tasks, reports }) => tasks + reports), months };
  }).sort((a, b) => b.hours - a.hours);
const timeliness = () =>
  units.map((unit) => ({ unit, own: expected.filter((x) => x.unit.id === unit.id) })).filter(({ own }) => own.length).map(({ unit, own }) => {
    const count = (state) => own.filter((x) => x.state === state).length;
    const judged = count('IN_TIME') + count('LATE') + count('MISSING');
    return { unit, counts: ['EXPECTED', 'MISSING', 'IN_TIME', 'LATE'].map((state) => ({ state, count: count(state), query: `state=${state.toLowerCase()}&unitId=${unit.id}` })), inTimeShare: judged ? count('IN_TIME') / judged : null };
  }).sort((a, b) => b.counts[1].count - a.counts[1].count);
const problem = (status, slug, title, detail) => ({ status, body: { type: `urn:dudao:problem:${slug}`, title, status, detail } });

function answer(method, path, query, headers) {
  if (path === '/api/console/v1/me') return { body: { username: 'supervisor', name: '林知远', roles: ['supervisor', 'admin'], unitId: 'yunxi', locale: null } };
  if (mode === 'broken') return problem(503, 'service-down', headers['accept-language'] === 'en' ? 'Service unavailable for now' : '服务暂时不可用', headers['accept-language'] === 'en' ? 'This service is starting or being maintained; your data is safe. Try again in a moment.' : '该服务正在启动或维护，已有数据不受影响。请稍后重试。');
  const [, , service, , collection, id, part] = path.split('/');
  const key = `${method} ${service}/${collection}`;
  if (key === 'GET plan/search') {
    const words = (query.get('q') ?? '').split(/\s+/).filter(Boolean);
    const found = all().filter((g) => words.length && words.every((word) => g.quote.includes(word))).map((g) => ({ id: g.id, kind: 'TARGET', planId: 'p-2', plan: published.title, year: 2026, state: 'published', measure: '1.扩大优质资源供给', text: g.quote }));
    return { body: page(found, query) };
  }
  if (key === 'GET plan/plans' && part === 'comparison') return { body: comparison() };
  if (key === 'PUT plan/plans' && part === 'baseline') return { body: comparison() };
  if (key === 'GET plan/plans' && part === 'year') return { body: year() };
  if (key === 'GET plan/plans' && part === 'lists') return { body: listOf(path.split('/')[7], query) };
  if (key === 'GET plan/plans' && path.endsWith('/years')) return { body: { unit: '所', inARow: 2, years: [[2026, 165, 140, 84.8, false], [2025, 150, 190, 126.7, true], [2024, 120, 124, 103.3, true], [2023, null, 118, null, false]].map(([year, asked, reached, rate, attained]) => ({ year, planId: asked ? 'p-2' : null, targetId: asked ? 'y-1' : null, quote: '新改扩建中小学、幼儿园', asked, reached, rate, attained })) } };
  if (key === 'GET plan/plans' && part === 'targets') return { body: historyOf(path.split('/')[7]) };
  if (key === 'GET plan/plans' && id === 'p-2' && !part) return { body: publishedPlan(), etag: '"9"' };
  if (part === 'review' || part === 'targets') {
    // The review answers with what changed since the version that was known.
    if (method === 'PATCH') return { patch: path.split('/')[7], body: news };
    if (method === 'PUT' && part === 'review') all().forEach((g) => g.review === 'proposed' && touched(g, { review: 'accepted' }));
    if (method === 'GET' || method === 'PUT') return { body: news(Number(query.get('since') ?? 0)) };
  }
  if (key === 'GET plan/plans' && part === 'health') {
    const g = all();
    const findings = [
      { code: 'percent-over-100', severity: 'blocking', measureId: 'm-0-0', targetId: g[0].id, words: '“普惠性幼儿园覆盖率”为 192%，超过 100%。', cure: '改正数值；增长幅度请将要求改为“提高”。' },
      ...g.slice(0, 9).map((one) => ({ code: 'no-date', severity: 'warning', measureId: null, targetId: one.id, words: `“${one.indicator}”没有写明期限，将按 2026-12-31 计。`, cure: '写上期限；确为年底完成的可不改。' })),
      { code: 'date-day-off', severity: 'warning', measureId: 'm-1-1', targetId: g[3].id, words: '“校车安全检查”的期限 2026-10-01 不是工作日。', cure: '可提前到最近的工作日 2026-09-30。' },
      { code: 'vague-words', severity: 'warning', measureId: 'm-0-4', targetId: null, words: '“5.营造良好氛围”没有目标，只有“进一步”这类无法考核的词。', cure: '在原文中选出可考核的词句添加为目标，或确认这一条不需要考核。' },
    ];
    return { body: { planId: id, version, blocking: 1, warnings: findings.length - 1, findings } };
  }
  if (key === 'GET plan/plans' && part === 'amendments') {
    const says = { quote: '', start: 0, end: 1, indicator: '新改扩建学校', kind: 'count', comparator: 'GE', value: 165, upper: null, unit: '所', approx: false, dueOn: '2026-06-30', dueText: null, recurrence: null, strength: 'MUST', universal: false, relation: null, terms: terms(null) };
    const one = (n, state, more) => ({ id: `v-${n}`, targetId: 'g-1', measureId: 'm-0-0', kind: 'change', state, before: says, after: { ...says, value: 150, dueOn: '2026-09-30' }, change: '≥165所 → ≥150所；2026-06-30 → 2026-09-30', reason: '汛期停工，工期顺延', proposedBy: 'chen', proposedAt: '2026-05-11T02:00:00Z', decidedBy: null, decidedAt: null, refusal: null, can: state === 'proposed' ? ['approve', 'refuse'] : [], cannot: [], ...more });
    return { body: [one(1, 'proposed', {}), one(2, 'approved', { kind: 'addition', before: null, change: '— → 改造食堂 ≥12个', reason: '民生实事新增', decidedBy: 'leader', decidedAt: '2026-05-12T02:00:00Z' }), one(3, 'refused', { kind: 'withdrawal', after: null, refusal: '年中再议', decidedBy: 'leader', decidedAt: '2026-05-12T02:00:00Z' })] };
  }
  if (key === 'GET plan/plans') return id ? { body: plan(), etag: `"${version}"` } : { body: page([plan(), published].filter((p) => !query.get('state') || p.state === query.get('state')), query) };
  if (key === 'POST plan/plans') return problem(422, 'unreadable-document', '文件无法读取', '文件似乎已损坏或设置了密码。请在 Word 中打开另存后重新上传。');
  if (key === 'GET task/units' && part === 'terms') return { body: termsOf };
  if (key === 'GET task/units' && id) {
    const found = units.find((u) => u.id === id);
    return found ? { body: unitPage(found) } : problem(404, 'not-found', '没有这个单位', '它可能不在您的管理范围内。');
  }
  if (key === 'GET task/units') return { body: page(units.filter((u) => (!query.get('kind') || u.kind === query.get('kind')) && (!query.get('stage') || u.profile.stage === query.get('stage')) && (!query.get('state') || u.open === (query.get('state') === 'open')) && has(u.name, query.get('q'))), query) };
  if (key === 'POST task/units' && id === 'closures') return { body: { saved: false, units: 1, tasks: 14, joined: 1, supported: 3, people: 2, moved: 0 } };
  if (key === 'POST task/units' && id === 'sheet') return { body: { saved: false, created: 2, changed: 1, unchanged: 60, wrong: 1, rows: [{ row: 5, id: 's-077', name: '城东小学', outcome: 'WRONG', errors: [{ field: 'schoolCode', zh: '学校标识码应为 10 位数字', en: 'ten digits' }] }, { row: 2, id: 's-061', name: '城北小学', outcome: 'CREATED', errors: [] }, { row: 3, id: 's-062', name: '城南小学', outcome: 'CREATED', errors: [] }, { row: 4, id: 's-001', name: '云溪县第一小学', outcome: 'CHANGED', errors: [] }] } };
  if (key === 'GET task/calendar') return { body: yearOf(Number(id)), etag: '"20251104"' };
  if (key === 'PUT task/calendar') return { body: { saved: false, version: 20251104, tasks: 38, reminders: 61 } };
  if (key === 'PUT task/people') return { body: { saved: false, led: 3, called: 1, duty: 'HEAD', leaves: true } };
  if (key === 'GET task/people') return { body: page(people.filter((q) => (!query.get('unitId') || q.unitId === query.get('unitId')) && has(q.name, query.get('q'))), query) };
  if (key === 'GET task/report-policies') return { body: [{ unitKind: null, cadence: 'NONE', daysAfter: 0 }] };
  if (key === 'GET task/burden') return { body: page(mode === 'empty' ? [] : burden(), query) };
  if (key === 'GET task/expected-reports' && id === 'timeliness') return { body: page(mode === 'empty' ? [] : timeliness(), query) };
  if (key === 'GET task/expected-reports') return { body: page(mode === 'empty' ? [] : expected.filter((x) => (!query.get('state') || x.state.toLowerCase() === query.get('state')) && (!query.get('unitId') || x.unit.id === query.get('unitId')) && (!query.get('taskId') || x.taskId === query.get('taskId')) && has(x.title + x.unit.name, query.get('q'))), query) };
  if (part === 'report-draft') return problem(404, 'not-found', '没有这份草稿', '');
  if (key === 'GET task/tasks') {
    if (id === 'summary') {
      const counts = Object.entries({ unassigned: 'proposed', 'not-accepted': 'assigned', 'to-verify': 'submitted', suspended: 'suspended', completed: 'completed' }).map(([key, state]) => ({ key, count: tasks.filter((k) => k.state === state).length, query: `state=${state}` }));
      return { body: { counts: mode === 'empty' ? [] : [...counts, { key: 'overdue', count: tasks.filter((k) => k.overdue).length, query: 'overdue=true' }, { key: 'extension-asked', count: tasksBy(new URLSearchParams('waiting=extension')).length, query: 'waiting=extension' }, { key: 'to-resume', count: tasksBy(new URLSearchParams('waiting=resumption')).length, query: 'waiting=resumption' }] } };
    }
    if (part === 'evidence') return { body: { items: mode === 'empty' ? [] : standing } };
    if (id) {
      const found = tasks.find((k) => k.id === id);
      return found ? { body: found, etag: '"2"' } : problem(404, 'not-found', '没有这项任务', '它可能已被删除，或不在您的管理范围内。');
    }
    return { body: page(tasksBy(query), query) };
  }
  if (key === 'GET task/evidence') return { body: page(evidence.filter((f) => has(f.name + f.taskTitle, query.get('q')) && !query.get('sha256')), query) };
  if (key === 'DELETE task/evidence') {
    gone = standing.splice(standing.findIndex((f) => f.id === id), 1)[0];
    return { body: {} };
  }
  if (key === 'PUT task/evidence') {
    standing.push(gone);
    return { body: gone };
  }
  if (key === 'POST task/tasks' && part === 'evidence') {
    if (!path.endsWith('existing')) return problem(422, 'evidence-macros', '内容有误', '文件含有宏、控件或外部模板，请另存为不含宏的格式或 PDF 后再传。');
    standing.push(evidence[4]);
    return { body: evidence[4] };
  }
  if (key === 'PUT task/tasks' && part === 'return') return problem(412, 'stale', '内容已被他人更改', '请核对最新内容后再次提交。');
  if (key === 'GET supervision/alerts') {
    if (id === 'summary') return { body: { counts: mode === 'empty' ? [] : [{ key: 'open', count: alerts.filter((a) => a.state === 'open').length, query: 'state=open' }] } };
    if (id) return { body: alerts.find((a) => a.id === id) ?? alerts[0], etag: '"1"' };
    return { body: page(alerts.filter((a) => (!query.get('state') || a.state === query.get('state')) && (!query.get('rung') || a.rung === query.get('rung'))), query) };
  }
  if (path.startsWith('/api/supervision/v1/policies/ladder')) {
    if (method === 'GET' && path.endsWith('/preview')) return { body: { open: alerts.length, same: 4, higher: 1, lower: alerts.length - 5, byRung: rungs.map((rung, r) => ({ rung, now: r < 3 ? 3 : 0, then: r < 2 ? 4 : 0 })), moved: alerts.slice(0, 6).map((a) => ({ alertId: a.id, title: a.title, unitName: a.unit.name, now: 'WARNING', then: 'URGING', proposed: null })) } };
    if (method === 'POST') return { status: 422, body: { type: 'urn:dudao:problem:ladder-unsound', title: '督办阶梯需要修改', status: 422, detail: '督办阶梯有 1 处需要修改，内容没有保存。', errors: [{ field: 'rungs[1].repeat', message: '第 2 级：要到第 9 个工作日才告知完，下一级在第 3 个工作日就开始。' }] } };
    return { body: { inForce: 2, versions: ladders } };
  }
  if (key === 'GET supervision/simulations') {
    if (id === 'messages') return { body: page(Array.from({ length: 40 }, (_, n) => ({ id: String(n), at: '2026-06-08T01:00:00Z', recipient: 's-3', group: 'UNIT', recipientName: units[5].name, word: ['RAISED', 'ESCALATED', 'PROPOSED', 'REPEATED'][n % 4], rung: rungs[n % 7], rungLabel: '', taskId: 'k-1', title: sentences[n % 8][0], unit: units[5] })), query) };
    if (id === 'tasks') return { body: page(Array.from({ length: 40 }, (_, n) => ({ id: `k-${n}`, title: sentences[n % 8][0], unit: units[5 + (n % 9)], dueOn: '2026-06-30', rung: rungs[6 - (n % 4)], rungLabel: '', reachedAt: '2026-07-29T01:00:00Z', proposed: n % 5 === 4 ? 'TALK' : null, settledAt: null })), query) };
    return { body: mode === 'empty' ? { ...simulated(query), ladder: { ...outcomeOf(2, 1), late: 0 } } : simulated(query) };
  }
  if (key === 'GET notification/messages') {
    if (id === 'summary') return { body: { unread: mode === 'empty' ? 0 : messages.filter((m) => !m.readAt).length } };
    return { body: page(messages.filter((m) => query.get('read') !== 'false' || !m.readAt), query) };
  }
  if (key === 'PUT notification/messages') {
    messages.filter((m) => id === 'read' || m.id === id).forEach((m) => (m.readAt = '2026-11-22T02:00:00Z'));
    return { body: {} };
  }
  if (method === 'GET' && collection === 'flow') return { body: { outboxBacklog: service === 'task' ? 1840 : 0, consumerLag: service === 'supervision' ? 12 : 0, deadLettersWaiting: service === 'task' ? letters.length : 0, oldestUnfiredSeconds: service === 'task' ? 0 : null, dueToAlertSeconds: service === 'supervision' ? 1.62 : null } };
  if (key === 'GET notification/deliveries') return { body: page(deliveries.filter((d) => (!query.get('state') || d.state === query.get('state')) && (!query.get('channel') || d.channel === query.get('channel'))), query) };
  if (key === 'GET notification/webhooks') {
    if (id === 'kinds') return { body: webhookKinds };
    if (part === 'deliveries') return { body: page(webhookCalls.filter((c) => !query.get('state') || c.state === query.get('state')), query) };
    return { body: id ? webhooks.find((w) => w.id === id) : page(webhooks, query) };
  }
  if (key === 'POST notification/webhooks') return { body: part === 'test' ? webhookCalls[0] : { webhook: webhooks[0], secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' } };
  if (method === 'GET' && collection === 'dead-letters') return { body: id ? letters.find((l) => l.id === id) : page(service === 'task' ? letters : [], query) };
  if (method === 'PUT') return { body: {} };
  return problem(404, 'not-found', '没有这个接口', path);
}

createServer((request, response) => {
  const url = new URL(request.url, `http://${request.headers.host}`);
  const say = (status, body, headers = {}) => response.writeHead(status, { 'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json', ...headers }).end(JSON.stringify(body));
  if (url.pathname === '/fixture/mode') {
    mode = url.searchParams.get('to') ?? 'full';
    return response.end(mode);
  }
  if (url.pathname === '/fixture/message') {
    messages.unshift({ ...messages[1], id: `n-new-${++seq}`, seq, title: '刚刚收到：任务逾期，已立项督办', readAt: null, createdAt: '2026-11-22T02:30:00Z' });
    listeners.forEach((one) => one.write(`id: ${seq}\nevent: message\ndata: ${JSON.stringify(messages[0])}\n\n`));
    return response.end('sent');
  }
  if (url.pathname.startsWith('/api/')) {
    if (asServices && !(request.headers.authorization ?? '').startsWith('Bearer ey')) return say(401, { title: 'the backend sent no bearer' });
    if (asServices && request.headers.cookie) return say(500, { title: 'the backend sent a cookie' });
    if (url.pathname === '/api/notification/v1/stream') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(': here\n\n');
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
      return undefined;
    }
    if (url.pathname.startsWith('/api/task/v1/evidence/') && request.method === 'GET')
      return response.writeHead(200, { 'Content-Type': 'image/svg+xml' }).end('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path fill="#8db8f0" d="M0 0h48v30H0z"/><path fill="#35915a" d="M0 30h48v18H0z"/><path fill="#cf463d" d="M12 18h24v18H12z"/></svg>');
    let size = 0;
    const parts = [];
    request.on('data', (part) => ((size += part.length), size < 100_000 && parts.push(part)));
    request.on('end', () => {
      const said = answer(request.method, url.pathname, url.searchParams, request.headers);
      if (said.patch) touched(all().find((g) => g.id === said.patch) ?? {}, JSON.parse(Buffer.concat(parts).toString() || '{}'));
      say(said.status ?? 200, typeof said.body === 'function' ? said.body() : said.body, said.etag ? { ETag: said.etag } : {});
    });
    return undefined;
  }
  const file = join(dist, url.pathname);
  if (extname(url.pathname) && existsSync(file)) {
    const types = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
    return response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'text/plain' }).end(readFileSync(file));
  }
  const nonce = 'Zml4dHVyZS1ub25jZQ==';
  const policy = `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
  return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }).end(readFileSync(join(dist, 'index.html'), 'utf8').replaceAll('__CSP_NONCE__', nonce));
}).listen(port, '127.0.0.1', () => console.log(`fixture on http://127.0.0.1:${port}`));
