/** Where something is kept on this machine: the part of VS Code's `Memento` that is used. */
export interface KeptState {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void> | Promise<void>;
}
