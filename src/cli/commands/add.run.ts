import type { IsoDate } from '../../calendar/index.js';
import type { RegisterLocation } from '../../files/index.js';
import { chooseMeeting } from '../../workflows/choose-papers.js';
import { type RegisterToEdit, readToEdit } from '../../workflows/edit-register.js';
import {
  type Planned,
  planAction,
  planItem,
  planMeeting,
  planOfficer,
  planPanel,
  planRecommendation,
  planReview,
} from '../../workflows/plan-additions.js';
import { planDecisions } from '../../workflows/plan-decisions.js';
import { readDay, readOptionalDay } from '../../workflows/read-request.js';
import type { CommonOptions } from '../command.js';
import { ADDABLES, type AddableName } from '../editing/addables.js';
import { edit, reviewsNamed } from '../editing/edit.js';
import { type Answers, many, needed, one } from '../editing/fields.js';
import type { ExitCode } from '../exit.js';
import type { Host } from '../host.js';

/** Adds something to the register. */
export async function addThing(
  name: AddableName,
  options: Answers & CommonOptions,
  host: Host,
): Promise<ExitCode> {
  const addable = ADDABLES.find((known) => known.name === name);
  if (!addable) throw new RangeError(`nothing is called ${name}`);
  const { argument, fields } = addable;
  return edit(
    {
      words: ['add', name],
      fields: argument ? [argument, ...fields] : fields,
      options,
      only: (answers, place) => reviewsNeeded(name, answers, place, host),
      plan: (register, answers) => PLANS[name](register, answers),
    },
    host,
  );
}

/** Of a large register as little is read as the command needs. */
function reviewsNeeded(
  name: AddableName,
  answers: Answers,
  place: RegisterLocation,
  host: Host,
): readonly string[] | undefined {
  switch (name) {
    case 'recommendation':
      return [needed(answers, 'review')];
    case 'action':
      return reviewsNamed(answers, 'recommendation', place);
    case 'decision':
      return reviewsOfMeeting(answers, place, host);
    default:
      return [];
  }
}

/** The reviews that a meeting's items name; undefined where they name none, or where a reference names another. */
function reviewsOfMeeting(
  answers: Answers,
  place: RegisterLocation,
  host: Host,
): readonly string[] | undefined {
  const register = readToEdit({ place, day: host.today, only: [] });
  if ('kind' in register) return undefined;
  const date = meetingDay(answers);
  const meeting = chooseMeeting(register.model, { date, panel: one(answers, 'panel'), item: undefined });
  const named = meeting.items.flatMap(({ report, review }) => (report === undefined ? [] : review));
  const isNamedElsewhere = Object.values(answers)
    .flat()
    .some((answer) => typeof answer === 'string' && answer.includes('/'));
  return named.length === 0 || named.includes('all') || isNamedElsewhere ? undefined : [...new Set(named)];
}

const PLANS: Readonly<Record<AddableName, (register: RegisterToEdit, answers: Answers) => Planned>> = {
  officer: (register, answers) =>
    planOfficer(register, {
      key: one(answers, 'key'),
      name: one(answers, 'name'),
      role: one(answers, 'role'),
      team: one(answers, 'team'),
      service: one(answers, 'service'),
      phone: one(answers, 'phone'),
      email: one(answers, 'email'),
    }),
  panel: (register, answers) =>
    planPanel(register, {
      key: one(answers, 'key'),
      name: needed(answers, 'name'),
      called: one(answers, 'called'),
      short: one(answers, 'short'),
    }),
  review: (register, answers) =>
    planReview(register, {
      key: one(answers, 'key'),
      title: needed(answers, 'title'),
      panel: needed(answers, 'panel'),
      monitoredBy: one(answers, 'monitoredBy'),
      commissioned: one(answers, 'commissioned'),
      sentToExecutive: one(answers, 'sentToExecutive'),
      executiveResponse: { date: one(answers, 'responded'), decision: one(answers, 'decision') },
      background: one(answers, 'background'),
    }),
  recommendation: (register, answers) =>
    planRecommendation(register, needed(answers, 'review'), {
      ref: one(answers, 'ref'),
      text: needed(answers, 'text'),
      response: one(answers, 'response'),
      responded: one(answers, 'responded'),
      reason: one(answers, 'reason'),
      addressedTo: many(answers, 'addressedTo'),
      ...planned(answers),
    }),
  action: (register, answers) =>
    planAction(register, needed(answers, 'recommendation'), {
      ref: one(answers, 'ref'),
      text: needed(answers, 'text'),
      ...planned(answers),
    }),
  meeting: (register, answers) =>
    planMeeting(register, {
      date: readDay('--date', needed(answers, 'date')),
      panel: needed(answers, 'panel'),
      published: readOptionalDay('--published', one(answers, 'published')),
      venue: one(answers, 'venue'),
      time: one(answers, 'time'),
    }),
  item: (register, answers) =>
    planItem(
      register,
      { meeting: meetingDay(answers), panel: one(answers, 'panel') },
      {
        number: one(answers, 'number'),
        title: needed(answers, 'title'),
        report: one(answers, 'report'),
        review: many(answers, 'review'),
        service: one(answers, 'service'),
        contact: one(answers, 'contact'),
        presentedBy: one(answers, 'presentedBy'),
        purpose: one(answers, 'purpose'),
      },
    ),
  decision: (register, answers) =>
    planDecisions(register, {
      meeting: meetingDay(answers),
      panel: one(answers, 'panel'),
      signedOff: many(answers, 'signedOff'),
      extended: many(answers, 'extended'),
      refused: many(answers, 'refused'),
      superseded: many(answers, 'superseded'),
      notFeasible: many(answers, 'notFeasible'),
      withdrawn: many(answers, 'withdrawn'),
      paused: many(answers, 'paused'),
      reopened: many(answers, 'reopened'),
      transferred: many(answers, 'transferred'),
      deferred: many(answers, 'deferred'),
      reason: one(answers, 'reason'),
      minute: one(answers, 'minute'),
    }),
};

function meetingDay(answers: Answers): IsoDate {
  return readDay('--meeting', needed(answers, 'meeting'));
}

/** What an action and a recommendation that is its own may both have. */
function planned(answers: Answers) {
  return {
    agreed: readOptionalDay('--agreed', one(answers, 'agreed')),
    owner: many(answers, 'owner'),
    due: one(answers, 'due'),
    successMeasure: one(answers, 'successMeasure'),
  };
}
