import { RoleTable } from '../../gateway/identity';
import { composeRegistry } from '../../gateway/runtime';
import { fieldRights } from '../../schema';

describe('the scopes of the graph', () => {
  const { maximal, plugins } = composeRegistry();
  const roles = new RoleTable(plugins.flatMap(({ permissions }) => [...permissions]));
  const rights = fieldRights(maximal);

  it('are each granted to some role: a misspelt one would lock a field for good', () => {
    const words = ['public', 'signed-in', 'parent'];
    const lost = rights.filter(({ scope }) => !words.includes(scope) && roles.rolesWith(scope).length === 0);
    expect(lost).toEqual([]);
  });

  it('let nobody without a token do anything but register and sign in', () => {
    const open = rights.filter(({ type, scope }) => type === 'Mutation' && scope === 'public').map(({ field }) => field);
    expect(open.sort()).toEqual(['refreshSession', 'requestCode', 'ruMfoRegister', 'signIn', 'signInWithPassword']);
  });
});
