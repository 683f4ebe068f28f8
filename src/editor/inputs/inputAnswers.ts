import type * as vscode from 'vscode';

const storageKey = 'insights.inputAnswers';
const mostInputs = 100;
const mostAnswers = 5;

interface Remembered {
  readonly input: string;
  readonly answers: readonly string[];
}

/** The last answers to a query's inputs, the newest first, so that asking again is one key. Kept in the workspace's state only. */
export class InputAnswers {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  of(query: vscode.Uri, id: string): readonly string[] {
    return this.#all().find(({ input }) => input === keyOf(query, id))?.answers ?? [];
  }

  remember(query: vscode.Uri, answers: ReadonlyMap<string, string>): void {
    const asked = [...answers].map(([id, answer]) => {
      const before = this.of(query, id).filter((other) => other !== answer);
      return { input: keyOf(query, id), answers: [answer, ...before].slice(0, mostAnswers) };
    });
    const others = this.#all().filter(({ input }) => !asked.some((other) => other.input === input));
    void this.#memento.update(storageKey, [...asked, ...others].slice(0, mostInputs));
  }

  forget(): void {
    void this.#memento.update(storageKey, undefined);
  }

  #all(): readonly Remembered[] {
    return this.#memento.get<readonly Remembered[]>(storageKey, []);
  }
}

function keyOf(query: vscode.Uri, id: string): string {
  return `${query.toString()}#${id}`;
}
