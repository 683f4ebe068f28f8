import * as l10n from '@vscode/l10n';
import type { ProblemFacts } from '../domain/query/problems/queryProblem.ts';
import { numberText } from '../domain/text/numberText.ts';
import { commitSentence } from './commitSentence.ts';
import { kindWords } from './kindWords.ts';
import { listText } from './listText.ts';

/** A problem of a query in words, in the language that was chosen: what is wrong, what comes of it, and what to write instead. */
export function problemSentence(problem: ProblemFacts, language = 'en'): string {
  const list = (names: readonly string[]): string => listText(names, language);
  switch (problem.code) {
    case 'pastedUrl':
      return problem.unreadable
        ? l10n.t(
            'This is the address of a request, and its "{0}" can’t be read as JSON. A query file holds the query itself.',
            problem.unreadable,
          )
        : l10n.t('This is the address of a request. A query file holds the query itself.');
    case 'searchBody':
      return problem.lost.length === 0
        ? l10n.t(
            'This is the body of an Elasticsearch search. A query file says the same in "filter_by", "refine", "sort_by" and "aggs".',
          )
        : l10n.t(
            'This is the body of an Elasticsearch search, and a query file can’t say {0} of it.',
            list(problem.lost),
          );
    case 'topLevelFilter':
      return l10n.t('{0} must be within "filter_by".', list(problem.keys));
    case 'unknownKey':
      return problem.suggestion === undefined
        ? l10n.t('A query has no "{0}": it is ignored.', problem.key)
        : l10n.t('A query has no "{0}": it is ignored. Did you mean "{1}"?', problem.key, problem.suggestion);
    case 'apiKey':
      return l10n.t('This looks like an API key. Query files are shared: keep it in secure storage, never here.');
    case 'matchOnIdField':
      return l10n.t('"{0}" is an ID field: "match" finds nothing there. Use "term".', problem.field);
    case 'termOnText':
      return l10n.t(
        '"{0}" is text: "term" compares with single lowercase words, so it finds nothing for this. Use "match".',
        problem.field,
      );
    case 'unknownField':
      return problem.suggestions.length === 0
        ? l10n.t('The documentation has no field "{0}".', problem.field)
        : l10n.t('The documentation has no field "{0}". Did you mean {1}?', problem.field, list(problem.suggestions));
    case 'fieldSlip':
      return l10n.t('The documentation’s model has "{0}"; only its examples say "{1}".', problem.use, problem.field);
    case 'objectInClause':
      return l10n.t('"{0}" has other fields in it: search one of them.', problem.field);
    case 'unsortable':
      return problem.suggestion === undefined
        ? l10n.t('Sessions can’t be sorted by "{0}" ({1}).', problem.field, kindWords(problem.kind))
        : l10n.t(
            'Sessions can’t be sorted by "{0}" ({1}). Did you mean "{2}"?',
            problem.field,
            kindWords(problem.kind),
            problem.suggestion,
          );
    case 'sortDirection':
      return problem.direction === undefined
        ? l10n.t('Say in which direction: "{0}:asc" or "{0}:desc".', problem.field)
        : l10n.t('"{0}" isn’t a direction: write "asc" or "desc".', problem.direction);
    case 'longRange':
      return l10n.t(
        'The service takes at most 60 days at once: these {0} days are asked for in {1} windows.',
        problem.days,
        problem.windows,
      );
    case 'fromAfterTo':
      return l10n.t('The range begins after it ends: {0} is after {1}.', utc(problem.from), utc(problem.to));
    case 'futureDate':
      return l10n.t('{0} is in the future: there are no sessions yet.', utc(problem.date));
    case 'badDate':
      return l10n.t(
        '"{0}" isn’t a date. Write 2026-01-31, 2026-01-31T08:00:00, or a date counted from now such as now-7d/d.',
        problem.text,
      );
    case 'impossibleDate':
      return problem.nearest === undefined
        ? l10n.t('There is no date "{0}".', problem.text)
        : l10n.t('There is no date "{0}". Did you mean {1}?', problem.text, problem.nearest);
    case 'dateOutOfRange':
      return l10n.t('"{0}" is not between the years 0 and 9999.', problem.text);
    case 'timeForm':
      return l10n.t('The service may not read "{0}" as a time. Write {1}.', problem.text, problem.use);
    case 'unknownCommit':
      return commitSentence(problem, language);
    case 'pageNumber':
      return l10n.t('{0} isn’t a page: pages are whole numbers and begin with 0.', problem.value);
    case 'pageSize':
      return l10n.t('A page holds 1 to 10,000 sessions, not {0}.', problem.value);
    case 'pageTooDeep':
      return l10n.t(
        'The service gives the first 10,000 sessions of a search only: with this page size, {0} is the last page.',
        problem.lastPage,
      );
    case 'foreignClause':
      return foreignSentence(problem, list);
    case 'looseClause':
      return problem.key === 'bool'
        ? l10n.t('"{0}" has the lists of clauses itself: leave out "bool".', problem.container)
        : l10n.t('"{0}" must be in a list of clauses, such as "must".', problem.key);
    case 'emptyClause':
      return l10n.t('This clause says nothing to search for.');
    case 'severalFields':
      return l10n.t('A clause searches one field: this one names {0}. Write a clause for each.', list(problem.fields));
    case 'severalKinds':
      return l10n.t('A clause is of one kind: this one has {0}. Write a clause for each.', list(problem.kinds));
    case 'duplicateClause':
      return l10n.t('The same clause is here twice.');
    case 'contradiction':
      return problem.with === 'must'
        ? l10n.t('No session can be found: "{0}" must have another value as well.', problem.field)
        : l10n.t('No session can be found: "{0}" both must and must not have this value.', problem.field);
    case 'phoneFormat':
      return l10n.t(
        'Sessions hold phone numbers as digits, from the country code on: "{0}" finds nothing written like this.',
        problem.field,
      );
    case 'letterCase':
      return l10n.t('Letter case counts for "{0}": the known values are {1}.', problem.field, list(problem.known));
    case 'undeclaredInput':
      return l10n.t('"inputs" does not declare "{0}".', problem.id);
    case 'unusedInput':
      return l10n.t('The input "{0}" isn’t used.', problem.id);
    case 'repeatedInput':
      return l10n.t('There is another input "{0}".', problem.id);
    case 'passwordInput':
      return l10n.t('A query needs no passwords: the API key is kept with the connection. Use "promptString".');
    case 'pickWithoutOptions':
      return l10n.t('There is nothing to pick: a "pickString" needs "options".');
    case 'brokenReference':
      return l10n.t('"{0}" isn’t understood. Write {1}.', problem.text, '${input:ID} / ${env:NAME}');
    case 'kindDoesNotFit':
      return problem.expected.length === 0
        ? l10n.t('"{0}" doesn’t fit here: the field is of another kind.', problem.text)
        : l10n.t('"{0}" doesn’t fit here. Use {1}.', problem.text, list(problem.expected));
    case 'badInterval':
      return problem.expected.length === 0
        ? l10n.t('"{0}" isn’t an interval: buckets must have a length.', problem.text)
        : l10n.t('"{0}" isn’t an interval. Write {1}, for example.', problem.text, list(problem.expected));
    case 'badTimeZone':
      return l10n.t('There is no time zone "{0}". Write "Europe/Berlin" or "+02:00", for example.', problem.text);
    case 'badDateFormat':
      return l10n.t(
        'The date format "{0}" isn’t understood. Write {1}, for example.',
        problem.text,
        '"yyyy-MM-dd HH:mm"',
      );
    case 'notUnderstood':
      if (problem.use.length > 0)
        return l10n.t(
          'Elasticsearch knows "{0}", but it isn’t understood here. Use {1}.',
          problem.word,
          list(problem.use),
        );
      return problem.isOption
        ? l10n.t('Elasticsearch knows "{0}", but it isn’t understood here. Leave it out.', problem.word)
        : l10n.t('Elasticsearch knows "{0}", but nothing is counted by it here.', problem.word);
    case 'patternNotUnderstood':
      return l10n.t(
        'The pattern "{0}" isn’t understood here. List the values: {1}. For patterns, use a "wildcard" in "filter" around it.',
        problem.text,
        '["…", "…"]',
      );
    case 'notOneNumber':
      return l10n.t(
        'Buckets can’t be ordered by "{0}": it isn’t one number. Use {1}.',
        problem.name,
        list(problem.use),
      );
    case 'unknownWord':
      if (problem.suggestions.length > 0)
        return l10n.t('"{0}" isn’t known here. Did you mean {1}?', problem.word, list(problem.suggestions));
      return problem.known.length > 0
        ? l10n.t('"{0}" isn’t known here, only {1}.', problem.word, list(problem.known))
        : l10n.t('"{0}" isn’t known here.', problem.word);
    case 'unknownNode':
      return problem.suggestions.length > 0
        ? l10n.t(
            'No node in insights.nodes.json is called "{0}". Did you mean {1}?',
            problem.node,
            list(problem.suggestions),
          )
        : l10n.t('No node in insights.nodes.json is called "{0}", so no session comes through it.', problem.node);
    case 'tooManyBuckets':
      return l10n.t(
        'This makes up to {0} buckets: {1} are the most that can be read.',
        numberText(problem.count, language),
        numberText(problem.most, language),
      );
    case 'bucketPerSession':
      return l10n.t('Every session has its own "{0}": each bucket holds one session.', problem.field);
    case 'serviceCould':
      return l10n.t('The service can decide this itself: in "filter_by" it saves reading sessions that are left out.');
    case 'analysisShape':
      return shapeSentence(problem, list);
  }
}

function foreignSentence(
  { kind, canBe, suggestions }: ProblemFacts & { readonly code: 'foreignClause' },
  list: (names: readonly string[]) => string,
): string {
  if (suggestions.length > 0) return l10n.t('The service has no "{0}". Did you mean {1}?', kind, list(suggestions));
  switch (canBe) {
    case 'rewritten':
      return l10n.t('The service has no "{0}". It can be written with "term", "match" and "bool".', kind);
    case 'refined':
      return l10n.t('The service has no "{0}". In "refine" it is decided here, on each session that comes.', kind);
    case 'nothing':
      return l10n.t('The service has no "{0}", only "term", "match" and "bool".', kind);
  }
}

function shapeSentence(
  { shape, what, expected }: ProblemFacts & { readonly code: 'analysisShape' },
  list: (names: readonly string[]) => string,
): string {
  if (shape === 'tooDeep') return l10n.t('This nests too deep.');
  if (shape === 'missingKey' && what !== '') return l10n.t('"{0}" is missing here.', what);
  if (shape === 'missingKey') return l10n.t('Something is missing here: {0}.', list(expected));
  if (shape === 'boundsCrossed') return l10n.t('"min" is after "max" here.');
  if (shape === 'boundsOutside') return l10n.t('"extended_bounds" must lie within "hard_bounds".');
  if (shape === 'onlyOne') return l10n.t('Write only one of these here: {0}.', list(expected));
  if (expected.length > 0) return l10n.t('Expected {0} here.', list(expected));
  switch (shape) {
    case 'expectedObject':
      return l10n.t('Expected an object here: {0}.', '{ … }');
    case 'expectedList':
      return l10n.t('Expected a list here: {0}.', '[…]');
    case 'expectedText':
      return l10n.t('Expected text here: {0}.', '"…"');
    case 'expectedNumber':
      return what === '' ? l10n.t('Expected a number here.') : l10n.t('Expected a number above 0 here, not {0}.', what);
    case 'expectedBoolean':
      return l10n.t('Expected true or false here.');
    case 'expectedScalar':
      return l10n.t('Expected text, a number, true or false here.');
    default:
      return l10n.t('This is not written as refine, aggs and expect are.');
  }
}

function utc(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
