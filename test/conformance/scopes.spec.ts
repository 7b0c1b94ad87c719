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
    // Who registers has no token yet; who enters has the code that was sent, counted and used up like every code.
    const cabinet = ['ConfirmRegistration', 'RequestSignIn', 'SignIn', 'StartRegistration'].map((name) => `byLeasing${name}`);
    const entering = [...cabinet, 'byPledgeRegister', 'ruMfoEnterAccount', 'ruMfoOpenAccount', 'ruMfoRegister', 'ruMfoStartRegistration'];
    expect(open.sort()).toEqual([...entering, 'refreshSession', 'requestCode', 'signIn', 'signInWithPassword'].sort());
  });

  it('let a borrower change what is the borrower’s own, and nothing that is for the lender to decide, to pay or to publish', () => {
    const own = roles.scopesOf('CLIENT');
    const allowed = rights.filter(({ type, scope }) => type === 'Mutation' && own.has(scope)).map(({ field }) => field);
    const core = [
      'confirmContact',
      'requestEvidencePackage',
      'requestUpload',
      'startApplication',
      'submitApplication',
      'withdrawApplication',
    ];
    const account = ['BeginCard', 'ChangeEmail', 'CheckCard', 'ChooseMoneyReceipt', 'CompleteProfile', 'ConfirmCard', 'ConfirmContactInfo'];
    const data = ['ConfirmData', 'GiveAdditionalInfo', 'GivePassportData', 'Identify', 'RecordImage', 'ReportCompromise', 'RevokeConsent'];
    const asked = [
      'AskExplanation',
      'RequestProlongation',
      'RequestTopUp',
      'RequestTranche',
      'SendMessage',
      'TickAddon',
      'WithdrawFromAddon',
    ];
    const signed = [
      'AcceptIndividualTerms',
      'FormApplicationPacket',
      'SignDebtBurdenWarning',
      'SignPacket',
      'SignProlongation',
      'SignTopUp',
    ];
    const more = ['SignTranche', 'TickPacket'];
    const loans = [...account, ...data, ...asked, ...signed, ...more].map((name) => `ruMfo${name}`);
    const standing = ['AgreeToEnd', 'AnswerTerms', 'ChoosePath', 'CreateCodeWord', 'RequestDeletion', 'SetMarketingConsent', 'Withdraw'];
    const papers = ['ConfirmSummary', 'CreateDocument', 'FillDocument', 'FormDocument', 'ReviewDocument', 'SendDocument', 'SignDigitally'];
    const service = ['AnswerClaim', 'CheckUpload', 'FileClaim', 'SendPetition', 'WithdrawPetition', 'WritePetition'];
    const told = ['AddUser', 'RefreshContracts', 'ReportCompromise', 'RequestReconciliation', 'TellDataChange'];
    const leasing = [...standing, ...papers, ...service, ...told, 'BeginIdentification', 'SignDocument'].map((name) => `byLeasing${name}`);
    // What the pledgor says, gives and signs; what is recorded, demanded, sold or ended is the lender's.
    const given = ['AcceptAddendum', 'AddPhotos', 'Declare', 'FilePolicy', 'FilePremiumProof', 'GiveConsent', 'NotifyChange'];
    const pledge = [...given, 'SaveInventory', 'SignAgreement'].map((name) => `byPledge${name}`);
    expect(allowed.sort()).toEqual([...core, ...leasing, ...loans, ...pledge].sort());
  });

  it('let a partner change nothing but its endpoints', () => {
    const own = roles.scopesOf('PARTNER');
    const allowed = rights.filter(({ type, scope }) => type === 'Mutation' && own.has(scope)).map(({ field }) => field);
    const endpoint = ['delete', 'pause', 'register', 'replay', 'resume', 'test', 'update'].map((verb) => `${verb}Webhook`);
    expect(allowed.sort()).toEqual([...endpoint, 'resendWebhookDeliveries', 'rotateWebhookSecret'].sort());
  });

  it('let an operator switch, revoke and look, and neither decide nor pay nor sign', () => {
    const own = roles.scopesOf('OPERATOR');
    const allowed = rights.filter(({ type, scope }) => type === 'Mutation' && own.has(scope)).map(({ field }) => field);
    const others = allowed.filter((name) => !/Webhook|^(revoke|restore)Access$|^setPluginState$/.test(name));
    expect(others.sort()).toEqual([
      'byPledgePublishRules',
      'byPledgeRecordSigningAuthority',
      'byPledgeSetRate',
      'ruMfoDeleteEditionOriginal',
    ]);
  });
});
