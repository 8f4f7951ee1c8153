import { describe, expect, it } from 'vitest';
import { dayTaken } from '../../../src/classify/all-day/day-taken.ts';
import type { EventFacts } from '../../../src/classify/event-facts.ts';

const takes = (title: string, more: Partial<EventFacts> = {}, country?: string, ownNames: string[] = []) =>
  dayTaken(
    { title, allDay: true, durationMinutes: 1440, ...more },
    country ? { country, ownNames } : { ownNames },
  );

describe('the own leave takes the day', () => {
  it.each([
    'PTO',
    'Annual leave',
    'Vacation (Crete)',
    'Out of office',
    'Not working',
    'Sick',
    'Time off in lieu',
    'Sabbatical',
    'Urlaub',
    'Urlaub Ostsee',
    'Elternzeit',
    'Überstundenabbau',
    'krank',
    'frei',
    'Congés',
    'RTT',
    'Arrêt maladie',
    'Vacaciones',
    'Asuntos propios',
    'Baja médica',
    'Férias',
    'Folga',
    'Licença médica',
    'Ferie',
    'Malattia',
    'Verlof',
    'Vrije dag',
    'Vakantie Texel',
    'Urlop',
    'L4',
    'Dzień wolny',
    '有給',
    '代休',
    '夏季休暇',
    '年假',
    '调休',
    '病假',
  ])('%s', (title) => expect(takes(title)).toMatchObject({ takes: 1, unsure: false }));

  it('also from an HR feed, where the name is the own one', () => {
    expect(takes('Ana Silva - Vacation', {}, 'PT', ['Ana Silva']).takes).toBe(1);
    expect(takes('Ana Silva - Vacation', {}, 'PT', ['Rui Costa']).takes).toBe(0);
  });

  it('where the title is bare and the description tells', () => {
    expect(takes('Hold', { description: 'annual leave, approved' }).takes).toBe(1);
  });
});

describe('half a day takes half', () => {
  it.each([
    ['PTO (half day)', 'later'],
    ['Vacation - morning', 'earlier'],
    ['Urlaub vormittags', 'earlier'],
    ['halber Tag Urlaub', 'later'],
    ['Congé après-midi', 'later'],
    ['Ferie mezza giornata', 'later'],
    ['Verlof (ochtend)', 'earlier'],
    ['午前休', 'earlier'],
    ['午後半休', 'later'],
    ['下午请假', 'later'],
    ['PTO (4h)', 'later'],
  ])('%s: the %s one', (title, half) => expect(takes(title)).toMatchObject({ takes: 0.5, half }));
});

describe('nothing is taken by', () => {
  it.each([
    // Somebody else's.
    'Ana OOO',
    'Tom - Urlaub',
    "Kim's PTO",
    'Vacaciones de Pedro',
    'Congés Marie',
    'Boss on vacation',
    'Nounou absente',
    '田中さん 有給',
    '王伟 年假',
    '张经理休假',
    'Elena: congedo maternità',
    'Urlop Kasia',
    // What is about leave.
    'Vacation planning',
    'Urlaubsantrag abgeben',
    'Date limite congés',
    'First day back from leave',
    'PTO cancelled',
    'Resturlaub verfällt',
    'Verlofsaldo',
    '休暇申請締切',
    '请假审批截止',
    'Cover for Tom (sick)',
    'Schulferien',
    // What is nothing of the kind.
    'Birthday',
    'Sprint 14',
    'Pay day',
    'Bins',
    'Valentinstag',
    'Tax return due',
    'Full moon',
    'On call',
    'Hotel Ibis',
    'Home office',
    '补班',
    '国庆节（班）',
    'Building closed - work from home',
    'School closed',
  ])('%s', (title) => expect(takes(title, {}, 'DE')).toMatchObject({ takes: 0 }));
});

describe('a public holiday takes the day', () => {
  it.each([
    ['Tag der Deutschen Einheit', 'DE', undefined, 1],
    ['Fronleichnam', 'DE', undefined, 0],
    ['Fronleichnam', 'DE', 'Feiertag', 0],
    ['Fronleichnam', 'AT', 'Feiertag', 1],
    ['Christmas Day (substitute day)', 'GB', 'Public holiday', 1],
    ['Melbourne Cup', 'AU', 'Public holiday in Victoria', 0],
    ['Cinco de Mayo', 'US', 'Observance\nTo hide observances, go to the settings', 0],
    ['Thanksgiving Day', 'US', undefined, 1],
    ['Thanksgiving dinner at mom', 'US', undefined, 0],
    ['Weihnachtsfeier', 'DE', undefined, 0],
    ['国庆节（休）', 'CN', undefined, 1],
    ['振替休日', 'JP', undefined, 1],
    ['Christmas Eve', 'GB', undefined, 0],
    ['Christmas Eve (office closed)', 'GB', undefined, 1],
    ['Bank holiday', 'IE', undefined, 1],
  ])('%s in %s, described as %s: %i', (title, country, description, part) => {
    expect(takes(title, description ? { description } : {}, country).takes).toBe(part);
  });

  it('is asked where only some are off', () => {
    expect(takes('Fronleichnam', {}, 'DE')).toMatchObject({ takes: 0, unsure: true });
  });
});

describe('words of ten languages that are not the plain ones', () => {
  it.each([
    ['Vacanze in Puglia', 1],
    ['día administrativo', 1],
    ['Vrije donderdag', 1],
    ['crédit-temps', 1],
    ['Freinachmittag', 0.5],
    ['comp half day', 0.5],
    ['aprem off', 0.5],
    ['UZ', 1],
    ['Kick-off UZ Leuven', 0],
    ['Vacances scolaires zone B', 0],
    ['Férias judiciais de verão', 0],
    ['Urlop: M. Zych', 0],
    ['dr Nowicka urlop', 0],
    ['kierownik na urlopie', 0],
  ])('%s takes %d of the day', (title, part) => {
    expect(takes(title).takes).toBe(part);
  });

  it('tells a holiday of a country that the table does not know by the holidays of others', () => {
    expect(takes('Christmas Day', {}, 'GH').takes).toBe(1);
    expect(takes('Himmelfahrt', {}, 'DE').takes).toBe(1);
  });

  it('takes a title with the name of the user for their own', () => {
    expect(takes('dr Nowicka urlop', {}, 'PL', ['Ewa Nowicka']).takes).toBe(1);
  });
});
