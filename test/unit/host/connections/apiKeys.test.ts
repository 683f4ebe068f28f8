import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Memento, SecretStorage } from 'vscode';
import type { Connection } from '../../../../src/domain/connections/connectionSettings.ts';
import { ApiKeys } from '../../../../src/host/connections/apiKeys.ts';

type Keyring = 'good' | 'throws' | 'loses';

function keysWith(keyring: Keyring, environment: Record<string, string> = {}) {
  const [secrets, state] = [new Map<string, string>(), new Map<string, unknown>()];
  const storage = {
    get: async (name: string) => secrets.get(name),
    store: async (name: string, value: string) => {
      if (keyring === 'throws') throw new Error('no keyring');
      if (keyring === 'good') secrets.set(name, value);
    },
    delete: async (name: string) => void secrets.delete(name),
  } as unknown as SecretStorage;
  const memento = {
    get: (name: string) => state.get(name),
    update: async (name: string, value: unknown) => void state.set(name, value),
  } as unknown as Memento;
  return { keys: new ApiKeys(storage, memento, environment), secrets, state };
}

const connection = (name: string, address: string, definedIn: Connection['definedIn'] = 'user'): Connection => ({
  name,
  kind: 'service',
  address,
  production: false,
  definedIn,
});
const live = connection('live', 'https://one.example/base');

describe('keys', () => {
  it('belong to a name and an origin', async () => {
    const { keys } = keysWith('good');
    assert.equal(await keys.keep(live, 'secret'), 'store');
    assert.equal(await keys.get(connection('live', 'https://one.example/other')), 'secret');
    assert.equal(await keys.get(connection('live', 'https://two.example')), undefined);
    assert.equal(await keys.get(connection('other', 'https://one.example')), undefined);
  });

  it('go with a connection that is renamed, and with none that goes to another origin', async () => {
    for (const keyring of ['good', 'throws', 'loses'] as const) {
      const { keys, secrets } = keysWith(keyring);
      await keys.keep(live, 'secret');
      const renamed = connection('renamed', 'https://one.example/other');
      await keys.move(live, renamed);
      assert.deepEqual([await keys.get(live), await keys.get(renamed)], [undefined, 'secret'], keyring);
      const elsewhere = connection('renamed', 'https://two.example');
      await keys.move(renamed, elsewhere);
      assert.deepEqual([await keys.get(renamed), await keys.get(elsewhere)], ['secret', undefined], keyring);
      assert.equal(await keys.forgetAll(), 1);
      assert.equal(secrets.size, 0);
    }
  });

  for (const keyring of ['throws', 'loses'] as const) {
    it(`last for this session when the keyring ${keyring}`, async () => {
      const { keys, state } = keysWith(keyring);
      assert.equal(await keys.keep(live, 'secret'), 'session');
      assert.equal(await keys.get(live), 'secret');
      assert.doesNotMatch(JSON.stringify([...state]), /secret/);
      assert.equal(await keys.forgetAll(), 1);
      assert.equal(await keys.get(live), undefined);
    });
  }

  it('are all forgotten, and never stand beside the store', async () => {
    const { keys, secrets, state } = keysWith('good');
    await keys.keep(live, 'secret');
    await keys.keep(connection('b', 'https://two.example'), 'secret');
    assert.doesNotMatch(JSON.stringify([...state]), /secret/);
    assert.equal(await keys.forgetAll(), 2);
    assert.deepEqual([...secrets], []);
  });

  it('of the environment go where the user defined it, not where a repository says', async () => {
    const { keys } = keysWith('good', { INSIGHTS_API_KEY: 'environment' });
    assert.equal(await keys.get(live), 'environment');
    assert.equal(await keys.get(connection('live', 'https://evil.example', 'workspace')), undefined);
    await keys.keep(live, 'stored');
    assert.equal(await keys.get(live), 'stored');
  });
});
