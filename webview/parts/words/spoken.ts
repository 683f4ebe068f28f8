/** Words that are made when the first of them is read: the page learns its language after its script was loaded, and before it draws. */
export function spoken<Words extends object>(make: () => Words): Words {
  let made: Words | undefined;
  return new Proxy({} as Words, {
    get(_, name) {
      made ??= make();
      return Reflect.get(made, name);
    },
    // For who asks whether there is a word of a name that came from elsewhere.
    getOwnPropertyDescriptor(_, name) {
      made ??= make();
      const found = Reflect.getOwnPropertyDescriptor(made, name);
      return found && { ...found, configurable: true };
    },
  });
}
