import { defineErrors } from '../../../schema/base';
import { PLUGIN } from '../ids';

export const identificationErrors = defineErrors(PLUGIN, {
  BY_LEASING_MSI_RECORD_ABSENT: {
    kind: 'FINDING',
    en: 'MSI has no data on you. Come to an office with your identity document: you are identified there.',
    ru: 'В МСИ нет ваших данных. Придите в офис с документом, удостоверяющим личность: идентификация проводится там.',
    be: 'У МСІ няма вашых даных. Прыйдзіце ў офіс з дакументам, які сведчыць асобу: ідэнтыфікацыя праводзіцца там.',
  },
  BY_LEASING_REMOTE_IDENTIFICATION_UNAVAILABLE: {
    kind: 'FINDING',
    en: 'Nobody is identified by {way}. Go through MSI, or come to an office.',
    ru: 'Идентификация способом {way} не проводится. Пройдите её через МСИ или придите в офис.',
    be: 'Ідэнтыфікацыя спосабам {way} не праводзіцца. Прайдзіце яе праз МСІ або прыйдзіце ў офіс.',
  },
  BY_LEASING_IDENTIFICATION_STILL_HOLDS: {
    kind: 'FINDING',
    en: 'Your identification still holds; go through MSI again only to bring your data up to date.',
    ru: 'Ваша идентификация ещё действует; проходите МСИ снова, только чтобы обновить данные.',
    be: 'Ваша ідэнтыфікацыя яшчэ дзейнічае; праходзіце МСІ зноў, толькі каб абнавіць даныя.',
  },
  BY_LEASING_IDENTIFICATION_ACCOUNT_ENDED: {
    kind: 'FINDING',
    en: 'The account is closed. Register again, then identify yourself.',
    ru: 'Учётная запись закрыта. Зарегистрируйтесь снова и пройдите идентификацию.',
    be: 'Уліковы запіс закрыты. Зарэгіструйцеся зноў і прайдзіце ідэнтыфікацыю.',
  },
  BY_LEASING_IDENTITY_DOCUMENT_REQUIRED: {
    kind: 'FINDING',
    en: 'Name the office, and the kind and number of the identity document.',
    ru: 'Укажите офис, вид и номер документа, удостоверяющего личность.',
    be: 'Укажыце офіс, від і нумар дакумента, які сведчыць асобу.',
  },
  BY_LEASING_OFFICER_REQUIRED: {
    kind: 'FINDING',
    en: 'This is done in an office. Ask an employee to do it.',
    ru: 'Это делается в офисе. Обратитесь к сотруднику.',
    be: 'Гэта робіцца ў офісе. Звярніцеся да супрацоўніка.',
  },
  BY_LEASING_MSI_STATE_UNKNOWN: {
    kind: 'FINDING',
    en: 'This answer belongs to no identification here. Begin the identification anew in the cabinet.',
    ru: 'Этот ответ не относится ни к одной идентификации. Начните идентификацию заново в личном кабинете.',
    be: 'Гэты адказ не адносіцца ні да адной ідэнтыфікацыі. Пачніце ідэнтыфікацыю нанова ў асабістым кабінеце.',
  },
  BY_LEASING_MSI_ANSWER_REPLAYED: {
    kind: 'FINDING',
    en: 'This answer was used before or is out of date. Begin the identification anew in the cabinet.',
    ru: 'Этот ответ уже использован или устарел. Начните идентификацию заново в личном кабинете.',
    be: 'Гэты адказ ужо скарыстаны або састарэў. Пачніце ідэнтыфікацыю нанова ў асабістым кабінеце.',
  },
  BY_LEASING_MSI_ANSWER_LATE: {
    kind: 'FINDING',
    en: 'The answer came too late. Begin the identification anew in the cabinet.',
    ru: 'Ответ пришёл слишком поздно. Начните идентификацию заново в личном кабинете.',
    be: 'Адказ прыйшоў занадта позна. Пачніце ідэнтыфікацыю нанова ў асабістым кабінеце.',
  },
  BY_LEASING_MSI_OTHER_BROWSER: {
    kind: 'FINDING',
    en: 'The identification was begun in another browser. Begin it in this one, in your own cabinet.',
    ru: 'Идентификация начата в другом браузере. Начните её в этом, в своём личном кабинете.',
    be: 'Ідэнтыфікацыя пачата ў іншым браўзеры. Пачніце яе ў гэтым, у сваім асабістым кабінеце.',
  },
  BY_LEASING_MSI_NONCE_MISMATCH: {
    kind: 'FINDING',
    en: 'The answer is to another question than was asked. Begin the identification anew in the cabinet.',
    ru: 'Ответ дан на другой запрос. Начните идентификацию заново в личном кабинете.',
    be: 'Адказ дадзены на іншы запыт. Пачніце ідэнтыфікацыю нанова ў асабістым кабінеце.',
  },
  BY_LEASING_MSI_CHANNEL_UNTRUSTED: {
    kind: 'FINDING',
    en: 'It cannot be proved that the data come from MSI. Nothing was recorded; try again later.',
    ru: 'Нельзя доказать, что данные пришли из МСИ. Ничего не записано; попробуйте позже.',
    be: 'Нельга даказаць, што даныя прыйшлі з МСІ. Нічога не запісана; паспрабуйце пазней.',
  },
  BY_LEASING_MSI_METHOD_MISMATCH: {
    kind: 'FINDING',
    en: 'You identified yourself another way than was asked. Begin anew and choose the way that you began.',
    ru: 'Вы прошли идентификацию другим способом. Начните заново и выберите начатый способ.',
    be: 'Вы прайшлі ідэнтыфікацыю іншым спосабам. Пачніце нанова і выберыце пачаты спосаб.',
  },
  BY_LEASING_MSI_CODE_REFUSED: {
    kind: 'FINDING',
    en: 'MSI takes this answer no more. Begin the identification anew in the cabinet.',
    ru: 'МСИ больше не принимает этот ответ. Начните идентификацию заново в личном кабинете.',
    be: 'МСІ больш не прымае гэты адказ. Пачніце ідэнтыфікацыю нанова ў асабістым кабінеце.',
  },
  BY_LEASING_MSI_DATA_INCOMPLETE: {
    kind: 'FINDING',
    en: 'The set of data is not whole. Have it completed where it is kept, then try again.',
    ru: 'Набор данных неполон. Дополните его там, где он хранится, и попробуйте снова.',
    be: 'Набор даных няпоўны. Дапоўніце яго там, дзе ён захоўваецца, і паспрабуйце зноў.',
  },
  BY_LEASING_MSI_DECLINED: {
    kind: 'FINDING',
    en: 'You did not confirm your data at MSI. Begin again when you are ready.',
    ru: 'Вы не подтвердили данные в МСИ. Начните снова, когда будете готовы.',
    be: 'Вы не пацвердзілі даныя ў МСІ. Пачніце зноў, калі будзеце гатовы.',
  },
  BY_LEASING_MSI_UNREACHABLE: {
    kind: 'FINDING',
    en: 'MSI does not answer. Try again in a few minutes.',
    ru: 'МСИ не отвечает. Попробуйте через несколько минут.',
    be: 'МСІ не адказвае. Паспрабуйце праз некалькі хвілін.',
  },
  BY_LEASING_MSI_OTHER_PERSON: {
    kind: 'FINDING',
    en: 'MSI confirmed another person than the account’s. Identify yourself in your own cabinet.',
    ru: 'МСИ подтвердила не того, чья учётная запись. Пройдите идентификацию в своём личном кабинете.',
    be: 'МСІ пацвердзіла не таго, чый уліковы запіс. Прайдзіце ідэнтыфікацыю ў сваім асабістым кабінеце.',
  },
  BY_LEASING_EDS_ORIGIN_NOT_MSI: {
    kind: 'FINDING',
    en: 'Only a digital signature made at MSI is accepted. Identify yourself there by certificate and sign there.',
    ru: 'Принимается только ЭЦП, выработанная на стороне МСИ. Пройдите там идентификацию по сертификату и подпишите там.',
    be: 'Прымаецца толькі ЭЛП, выпрацаваная на баку МСІ. Прайдзіце там ідэнтыфікацыю па сертыфікаце і падпішыце там.',
  },
  BY_LEASING_XML_EVIDENCE_MISSING: {
    kind: 'FINDING',
    en: 'The operation has no record of who was identified and how. It does not count; do it again.',
    ru: 'У операции нет записи об идентификации и аутентификации. Она не засчитывается; выполните её снова.',
    be: 'У аперацыі няма запісу аб ідэнтыфікацыі і аўтэнтыфікацыі. Яна не залічваецца; выканайце яе зноў.',
  },
  BY_LEASING_ACTION_NOT_CLIENTS: {
    kind: 'FINDING',
    en: 'Only the client acts in its own cabinet. Let the client sign in and do it.',
    ru: 'В личном кабинете действует только сам клиент. Пусть клиент войдёт и сделает это.',
    be: 'У асабістым кабінеце дзейнічае толькі сам кліент. Няхай кліент увойдзе і зробіць гэта.',
  },
  BY_LEASING_WRITTEN_NOTICE_ABSENT: {
    kind: 'FINDING',
    en: 'The change of {changedOn} was not told in writing. Go through MSI, or bring the documents to an office.',
    ru: 'Об изменении от {changedOn} не извещено письменно. Пройдите МСИ или принесите документы в офис.',
    be: 'Аб змяненні ад {changedOn} не паведамлена пісьмова. Прайдзіце МСІ або прынясіце дакументы ў офіс.',
  },
});
