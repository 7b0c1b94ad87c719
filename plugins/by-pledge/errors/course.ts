import { defineErrors } from '../../../schema/base';

/** Codes of what accompanies an agreement in force. */
export const courseErrors = defineErrors('by-pledge', {
  BY_PLEDGE_ADDENDUM_MISSING: {
    kind: 'FINDING',
    en: 'An agreement in force ({status}) is changed by an addendum only. Propose one.',
    ru: 'Действующий договор ({status}) меняется только дополнительным соглашением. Предложите его.',
    be: 'Дзейны дагавор ({status}) змяняецца толькі дадатковым пагадненнем. Прапануйце яго.',
  },
  BY_PLEDGE_ADDENDUM_NOT_OPEN: {
    kind: 'FINDING',
    en: 'There is no such addendum, or it is {status}. Read the pledge’s addenda.',
    ru: 'Такого дополнительного соглашения нет, или оно {status}. Прочитайте соглашения залога.',
    be: 'Такога дадатковага пагаднення няма, або яно {status}. Прачытайце пагадненні залогу.',
  },
  BY_PLEDGE_ORIGINAL_NOT_ACCEPTED: {
    kind: 'FINDING',
    en: 'The signed document did not come from the pledgor’s address in the questionnaire. Ask for it from there.',
    ru: 'Подписанный документ пришёл не с адреса залогодателя из анкеты. Запросите его с этого адреса.',
    be: 'Падпісаны дакумент прыйшоў не з адраса залогадаўцы з анкеты. Запытайце яго з гэтага адраса.',
  },
  BY_PLEDGE_REGISTER_FEE_NOT_CHARGEABLE: {
    kind: 'FINDING',
    en: 'The register is kept at the lender’s own cost: nothing of it is charged to the pledgor.',
    ru: 'Запись в Реестр делается за счёт займодавца: с залогодателя за неё ничего не взимается.',
    be: 'Запіс у Рэестр робіцца за кошт пазыкадаўца: з залогадаўцы за яго нічога не спаганяецца.',
  },
  BY_PLEDGE_REGISTER_ENTRY_MISSING: {
    kind: 'FINDING',
    en: 'The pledge is in force and is not entered in the register. Enter it.',
    ru: 'Залог действует, но не внесён в Реестр. Внесите его.',
    be: 'Залог дзейнічае, але не ўнесены ў Рэестр. Унясіце яго.',
  },
  BY_PLEDGE_REGISTER_CHANGE_OVERDUE: {
    kind: 'FINDING',
    en: 'The register had to be updated by {dueOn}. Do it now.',
    ru: 'Реестр нужно было обновить до {dueOn}. Сделайте это сейчас.',
    be: 'Рэестр трэба было абнавіць да {dueOn}. Зрабіце гэта зараз.',
  },
  BY_PLEDGE_REGISTER_EXCLUSION_OVERDUE: {
    kind: 'FINDING',
    en: 'The entry had to be excluded from the register by {dueOn}. Do it now.',
    ru: 'Запись нужно было исключить из Реестра до {dueOn}. Сделайте это сейчас.',
    be: 'Запіс трэба было выключыць з Рэестра да {dueOn}. Зрабіце гэта зараз.',
  },
  BY_PLEDGE_REGISTER_DISCLOSURE_CONSENT: {
    kind: 'FINDING',
    en: 'Register data are given out with the consent of both parties; missing: {missing}.',
    ru: 'Сведения Реестра выдаются с согласия обеих сторон; не хватает: {missing}.',
    be: 'Звесткі Рэестра выдаюцца са згоды абодвух бакоў; не хапае: {missing}.',
  },
  BY_PLEDGE_REGISTER_TASK_NOT_OPEN: {
    kind: 'FINDING',
    en: 'There is no such open operation of the register. Read the pledge’s entry.',
    ru: 'Такого открытого действия в Реестре нет. Прочитайте запись залога.',
    be: 'Такога адкрытага дзеяння ў Рэестры няма. Прачытайце запіс залогу.',
  },
  BY_PLEDGE_OBLIGATION_OUTSTANDING: {
    kind: 'FINDING',
    en: '{owed} BYN are still owed: the pledge does not end. It ends with the last payment.',
    ru: 'Ещё не погашено {owed} BYN: залог не прекращается. Он прекратится с последним платежом.',
    be: 'Яшчэ не пагашана {owed} BYN: залог не спыняецца. Ён спыніцца з апошнім плацяжом.',
  },
  BY_PLEDGE_TERMINATION_GROUND_MISSING: {
    kind: 'FINDING',
    en: 'An end on other grounds needs the ground and the provision of law. Name both.',
    ru: 'Для прекращения по иным основаниям нужны основание и норма права. Укажите оба.',
    be: 'Для спынення па іншых падставах патрэбны падстава і норма права. Укажыце абедзве.',
  },
  BY_PLEDGE_POLICY_OVERDUE: {
    kind: 'FINDING',
    en: 'The policy had to be concluded and delivered by {dueOn}. It is recorded as late.',
    ru: 'Полис нужно было заключить и передать до {dueOn}. Он учтён с опозданием.',
    be: 'Поліс трэба было заключыць і перадаць да {dueOn}. Ён улічаны са спазненнем.',
  },
  BY_PLEDGE_INSURANCE_GAP: {
    kind: 'FINDING',
    en: 'The next policy must begin on {needed} at the latest; it begins on {found}. Let the gap be covered.',
    ru: 'Следующий полис должен начаться не позднее {needed}, а начинается {found}. Закройте разрыв.',
    be: 'Наступны поліс павінен пачацца не пазней за {needed}, а пачынаецца {found}. Закрыйце разрыў.',
  },
  BY_PLEDGE_PREMIUM_PROOF_OVERDUE: {
    kind: 'FINDING',
    en: 'The payment document for the next period was due on {dueOn}. It is recorded as late.',
    ru: 'Платёжный документ за следующий период нужно было прислать {dueOn}. Он учтён с опозданием.',
    be: 'Плацежны дакумент за наступны перыяд трэба было даслаць {dueOn}. Ён улічаны са спазненнем.',
  },
  BY_PLEDGE_RATE_UNKNOWN: {
    kind: 'FINDING',
    en: 'The National Bank’s rate of {currency} on {on} is not known. Record it, or ask again later.',
    ru: 'Курс Национального банка для {currency} на {on} неизвестен. Внесите его или повторите позже.',
    be: 'Курс Нацыянальнага банка для {currency} на {on} невядомы. Унясіце яго або паўтарыце пазней.',
  },
  BY_PLEDGE_POLICY_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no such policy of this pledge. Read its policies.',
    ru: 'Такого полиса у залога нет. Прочитайте его полисы.',
    be: 'Такога поліса ў залогу няма. Прачытайце яго полісы.',
  },
  BY_PLEDGE_NOTICE_LATE: {
    kind: 'FINDING',
    en: 'The notice was due by {dueOn} and came on {notifiedOn}. It is recorded as late.',
    ru: 'Уведомить нужно было до {dueOn}, уведомление от {notifiedOn}. Оно учтено с опозданием.',
    be: 'Паведаміць трэба было да {dueOn}, паведамленне ад {notifiedOn}. Яно ўлічана са спазненнем.',
  },
  BY_PLEDGE_PARTY_INVALID: {
    kind: 'FINDING',
    en: 'Heirs are clients of this lender, at least one, each once, with the document of succession.',
    ru: 'Наследники — клиенты этого займодавца, хотя бы один, каждый один раз, с документом о наследовании.',
    be: 'Спадчыннікі — кліенты гэтага пазыкадаўца, хаця б адзін, кожны адзін раз, з дакументам аб спадчыне.',
  },
  BY_PLEDGE_REGISTER_BY_PLEDGEE: {
    kind: 'FINDING',
    en: 'The lender enters, changes and excludes register data by itself; the pledgor’s consent is not asked. Leave it to the lender.',
    ru: 'Сведения в Реестр вносит, изменяет и исключает займодавец; согласие залогодателя не требуется. Предоставьте это займодавцу.',
    be: 'Звесткі ў Рэестр уносіць, змяняе і выключае пазыкадавец; згода залогадаўцы не патрабуецца. Пакіньце гэта пазыкадаўцу.',
  },
});
