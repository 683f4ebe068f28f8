/** What every page asks first: the words of the language that it is to speak. */
export interface TranslationRequest {
  readonly type: 'translation';
}

/** What is said instead of each English sentence. There is none where VS Code speaks English, or a language that we do not. */
export type Translation = Readonly<Record<string, string>>;

export interface TranslationAnswers {
  translation: Translation | undefined;
}
