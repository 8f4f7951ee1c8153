import { describe, expect, it } from 'vitest';
import { holdOf, isCancelledTitle } from '../../src/classify/holds.ts';

describe('a title that says it is cancelled', () => {
  it.each([
    'Canceled: Weekly sync',
    'Cancelled event: Board',
    '[CANCELLED] Standup',
    'Weekly (cancelled)',
    'Standup - cancelled',
    'Abgesagt: Jour fixe',
    'Jour fixe entfällt',
    'Teamrunde - abgesagt',
    'Annulé : point projet',
    'Réunion (annulée)',
    'Cancelado: reunión de equipo',
    'Reunião cancelada: orçamento'.replace('Reunião cancelada: ', 'Cancelada: '),
    'Annullato: riunione',
    'Geannuleerd: overleg',
    'Overleg gaat niet door',
    'Odwołane: spotkanie',
    '【中止】定例会議',
    'キャンセル：面談',
    '取消：周会',
    '已取消: 周会',
  ])('%s', (title) => expect(isCancelledTitle(title)).toBe(true));

  it.each([
    'Cancellation policy review',
    'Cancel gym membership',
    'Noise cancelling headphones test',
    'Absagen an Bewerber schreiben',
    'Annulation des contrats : point juridique',
    'Weekly sync',
    '中止判断会議',
    '取消订单流程评审',
  ])('not: %s', (title) => expect(isCancelledTitle(title)).toBe(false));
});

describe('a hold', () => {
  it.each([
    'HOLD',
    'Hold',
    '[hold]',
    'busy',
    'Busy (private)',
    'Blocked',
    'do not book',
    'DND',
    'placeholder',
    'Blocker',
    'Platzhalter',
    'geblockt',
    'bitte nicht stören',
    'Bloqué',
    'occupé',
    'Bloqueado',
    'ocupado',
    'Bloqueio',
    'Occupato',
    'Geblokkeerd',
    'bezet',
    'zajęte',
    'Rezerwacja',
    '仮',
    '仮予定',
    '予定あり',
    '占位',
    '忙碌',
    '请勿打扰',
  ])('that is bare says nothing: %s', (title) => expect(holdOf(title)).toEqual({ subject: null }));

  it.each([
    ['HOLD: board prep', 'board prep'],
    ['Hold - offsite', 'offsite'],
    ['Hold for design review', 'design review'],
    ['[Hold] exec demo', 'exec demo'],
    ['Workshop (tbc)', 'Workshop'],
    ['Blocker: Konzept schreiben', 'Konzept schreiben'],
    ['Platzhalter: Budgetrunde', 'Budgetrunde'],
    ['Réservé : comité', 'comité'],
    ['Reservado: revisión de planos', 'revisión de planos'],
    ['Bloqueio: escrever artigo', 'escrever artigo'],
    ['Rezerwacja: przegląd projektu', 'przegląd projektu'],
    ['【仮】設計レビュー', '設計レビュー'],
    ['仮：採用面接', '採用面接'],
    ['占位：预算评审', '预算评审'],
  ])('with a subject tells it: %s', (title, subject) => expect(holdOf(title)).toEqual({ subject }));

  it.each([
    'Household budget',
    'Stakeholder sync',
    'Blocking rehearsal act 2',
    'Holden call',
    'Busy season planning',
    'Block party',
    'Reserve study',
    'Option pricing model',
    'Kitchen renovation',
    'Blockchain course',
    'maybe we should talk strategy',
  ])('is not in: %s', (title) => expect(holdOf(title)).toBeNull());
});
