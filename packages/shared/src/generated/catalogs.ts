// Made by scripts/texts.mjs from locales/en.

export interface Catalogs {
  account: {
    title: string
    profile: {
      title: string
      name: string
      email: string
      change: string
      changeName: string
      nameMissing: string
      nameSaved: string
    }
    password: {
      title: string
      line: string
      change: string
      dialogTitle: string
      consequence: string
      label: string
      hint: string
      short: string
      saved: string
    }
    email: {
      dialogTitle: string
      consequence: string
      label: string
      send: string
      tooMany: (values: { moment: string | readonly string[] }) => string
      codeTitle: string
      codeLabel: string
      sentTo: (values: { email: string | readonly string[] }) => string
      another: string
      confirm: string
      saved: (values: { email: string | readonly string[] }) => string
    }
    twoFactor: {
      title: string
      offTitle: string
      off: string
      setUp: string
      on: string
      onLine: string
      onLinePasskey: string
      added: (values: { day: string | readonly string[] }) => string
      lastUsed: (values: { moment: string | readonly string[] }) => string
      asksFirst: string
      prefer: string
      acts: (values: { name: string | readonly string[] }) => string
      replace: string
      rename: string
      passkeyName: string
      renamed: string
      remove: string
      add: {
        AUTHENTICATOR_APP: string
        SMS: string
        PASSKEY: string
      }
      passkey: (values: { label: string | readonly string[] }) => string
      addHint: string
      addButton: string
      preferred: string
      removeTitle: (values: { method: string | readonly string[] }) => string
      removeButton: (values: { method: string }) => string
      removeConsequence: string
      removeLast: string
      removed: string
      turnOff: string
      turnOffTitle: string
      turnOffConsequence: string
      turnOffButton: string
      turnedOff: string
      keep: string
      mandatoryIn: (values: { networks: string | readonly string[] }) => string
    }
    codes: {
      title: string
      row: (values: { left: number; total: number }) => string
      made: (values: { day: string | readonly string[] }) => string
      show: string
      few: (values: { left: number }) => string
      empty: string
      dialogTitle: string
      line: string
      renew: string
      renewTitle: string
      renewConsequence: string
      renewButton: string
      off: string
    }
    sessions: {
      title: string
      current: string
      seen: (values: { moment: string | readonly string[]; address: string | readonly string[] }) => string
      end: string
      endLabel: (values: { device: string | readonly string[] }) => string
      endOthers: string
      ended: string
    }
    activity: {
      title: string
      line: (values: { moment: string | readonly string[]; device: string | readonly string[]; address: string | readonly string[] }) => string
      other: string
      names: {
        'account.created': string
        'account.name_changed': string
        'account.password_changed': string
        'account.password_reset_requested': string
        'account.password_reset': string
        'sign_in.completed': string
        'sign_in.password_failed': string
        'sign_in.second_step_failed': string
        'sign_in.locked': string
        'sign_in.unfinished': string
        'session.ended': string
        'two_factor.enabled': string
        'two_factor.method_added': string
        'two_factor.method_replaced': string
        'two_factor.set_up_anew': string
        'two_factor.method_removed': string
        'two_factor.disabled': string
        'two_factor.preferred_changed': string
        'two_factor.passkey_copied': string
        'backup_code.used': string
        'backup_code.shown': string
        'backup_code.regenerated': string
        'trusted_device.added': string
        'trusted_device.forgotten': string
        'account.email_changed': string
        'account.email_restored': string
        'account.deletion_scheduled': string
        'account.deletion_cancelled': string
        'account.export_requested': string
      }
    }
    devices: {
      title: string
      line: string
      until: (values: { day: string | readonly string[] }) => string
      forget: string
      forgetLabel: (values: { device: string | readonly string[] }) => string
      forgotten: string
    }
    language: {
      title: string
      label: string
    }
    signOut: {
      button: string
    }
    apps: {
      title: string
      line: string
      used: (values: { network: string | readonly string[]; moment: string | readonly string[] }) => string
      end: string
      endNamed: (values: { app: string | readonly string[] }) => string
      ended: string
    }
    data: {
      title: string
      export: string
      exportLine: string
      exportButton: string
      exportSent: (values: { email: string | readonly string[] }) => string
      delete: string
      deleteLine: string
      deleteButton: string
      deleteTitle: string
      deleteFacts: [
        string,
        string,
        string,
        string,
      ]
      deleteNetworks: string
      deleteMember: string
      deleteOwner: string
      deleteOnlyOwner: string
      deleteAct: string
      keep: string
      deleted: (values: { moment: string | readonly string[] }) => string
      lastOwnerTitle: string
      lastOwner: string
    }
    export: {
      title: string
      line: string
      button: string
      done: string
      account: string
      overTitle: string
      over: string
    }
  }
  appPages: {
    signOut: {
      title: string
      line: string
      lineFor: (values: { app: string | readonly string[] }) => string
      everywhere: string
      here: (values: { app: string | readonly string[] }) => string
    }
    signedOut: {
      title: string
      line: string
    }
    problem: {
      title: string
      error: (values: { code: string | readonly string[] }) => string
      unknownApp: string
      unknownAddress: string
      notOpen: string
      tooMany: string
      other: string
    }
    start: string
    late: {
      title: string
      line: string
      again: string
    }
    refused: {
      title: string
      roleNotAllowed: string
      unknownHost: string
      unverifiedHost: string
      ambiguousPath: string
    }
  }
  apps: {
    title: string
    line: string
    add: string
    change: string
    more: (values: { name: string | readonly string[] }) => string
    emptyTitle: string
    empty: string
    nowhere: string
    used: (values: { moment: string | readonly string[] }) => string
    unused: string
    accesses: {
      EVERYONE: string
      NO_GUESTS: string
      ADMINS: string
    }
    onlyRoles: (values: { roles: string | readonly string[] }) => string
    requirements: {
      SIGNED_IN: string
      SECOND_STEP: string
      PHISHING_RESISTANT: string
    }
    form: {
      name: string
      nameHint: string
      logo: string
      logoHint: string
      chooseLogo: string
      dropLogo: string
      redirects: string
      redirectsHint: string
      hosts: string
      hostsHint: string
      access: string
      someRoles: string
      requires: string
      backChannel: string
      backChannelHint: string
      afterSignOut: string
      afterSignOutHint: string
      proof: string
      proofs: {
        client_secret_basic: string
        client_secret_post: string
        private_key_jwt: string
        none: string
      }
      jwks: string
      jwksHint: string
      signing: string
      save: string
      saved: (values: { name: string | readonly string[] }) => string
      changeTitle: (values: { name: string | readonly string[] }) => string
    }
    rules: {
      title: string
      line: string
      path: string
      asApp: string
      public: string
      minutes: string
      minutesHint: string
      add: string
      remove: string
      removeNamed: (values: { path: string | readonly string[] }) => string
    }
    recipes: {
      button: string
      buttonNamed: (values: { name: string | readonly string[] }) => string
      title: (values: { name: string | readonly string[] }) => string
      newTitle: (values: { name: string | readonly string[] }) => string
      onceOnly: string
      issuer: string
      clientId: string
      secret: string
      copyNamed: (values: { what: string | readonly string[] }) => string
      choose: string
      copy: string
      none: string
      done: string
    }
    rotate: {
      button: string
      title: (values: { name: string | readonly string[] }) => string
      line: string
      lineThird: string
    }
    delete: {
      button: string
      title: (values: { name: string | readonly string[] }) => string
      line: string
      done: (values: { name: string | readonly string[] }) => string
    }
    people: {
      button: string
      title: (values: { name: string | readonly string[] }) => string
      line: (values: { name: string | readonly string[] }) => string
      person: string
      first: string
      last: string
      access: string
      act: string
      signedIn: string
      signedOut: string
      left: string
      more: string
      none: (values: { name: string | readonly string[] }) => string
      noneLine: string
      end: string
      endNamed: (values: { person: string | readonly string[]; app: string | readonly string[] }) => string
      ending: {
        title: (values: { person: string | readonly string[]; app: string | readonly string[] }) => string
        consequence: (values: { person: string | readonly string[]; app: string | readonly string[] }) => string
        button: (values: { person: string | readonly string[] }) => string
        done: (values: { person: string | readonly string[]; app: string | readonly string[] }) => string
      }
      missing: string
    }
    open: {
      title: (values: { app: string | readonly string[] }) => string
      line: (values: { app: string | readonly string[]; network: string | readonly string[] }) => string
      where: string
      shared: string
      sharedFacts: string
      goOn: string
      notNow: string
      setUp: string
      back: (values: { app: string | readonly string[] }) => string
      overTitle: string
      overLine: string
      stoppedTitle: string
      refused: {
        NO_MEMBER: {
          title: (values: { network: string | readonly string[] }) => string
          line: (values: { app: string | readonly string[]; network: string | readonly string[]; email: string | readonly string[] }) => string
        }
        NOT_FOR_ROLE: {
          title: (values: { app: string | readonly string[] }) => string
          line: (values: { network: string | readonly string[]; app: string | readonly string[] }) => string
        }
        SET_UP_SECOND_STEP: {
          title: (values: { app: string | readonly string[] }) => string
          line: string
        }
        SET_UP_PASSKEY: {
          title: (values: { app: string | readonly string[] }) => string
          line: string
        }
      }
    }
    save: string
  }
  auditEvents: {
    events: {
      'network.created': string
      'network.plan_changed': (values: { from: string | readonly string[]; to: string | readonly string[] }) => string
      'network.ownership_transferred': (values: { email: string | readonly string[] }) => string
      'network.deletion_scheduled': (values: { until: string | readonly string[] }) => string
      'network.deletion_cancelled': string
      'invitation.sent': (values: { email: string | readonly string[]; role: string | readonly string[] }) => string
      'invitation.resent': (values: { email: string | readonly string[]; role: string | readonly string[] }) => string
      'invitation.revoked': (values: { email: string | readonly string[] }) => string
      'invitation.link_created': string
      'invitation.link_deleted': string
      'member.joined': (values: { byLink: boolean; email: string | readonly string[]; role: string | readonly string[] }) => string
      'member.left': (values: { email: string | readonly string[] }) => string
      'member.removed': (values: { email: string | readonly string[] }) => string
      'member.erased': string
      'member.sessions_ended': (values: { email: string | readonly string[] }) => string
      'member.role_changed': (values: { email: string | readonly string[]; from: string | readonly string[]; to: string | readonly string[] }) => string
      'member.overdue': (values: { email: string | readonly string[] }) => string
      'member.extended': (values: { email: string | readonly string[]; until: string | readonly string[]; reason: string | readonly string[] }) => string
      'member.re_enrolment_granted': (values: { email: string | readonly string[]; expiresAt: string | readonly string[]; reason: string | readonly string[] }) => string
      'member.re_enrolment_cancelled': (values: { email: string | readonly string[] }) => string
      'member.re_enrolment_unwarned': (values: { email: string | readonly string[] }) => string
      'member.re_enrolled': (values: { email: string | readonly string[]; method: string | readonly string[] }) => string
      'mandate.activated': (values: { deadline: string | readonly string[] }) => string
      'mandate.deactivated': string
      'mandate.deadline_passed': string
      'mandate.reminded': (values: { recipients: number }) => string
      'policy.allowed_methods_changed': (values: { methods: string | readonly string[]; effectiveAt: string | readonly string[] }) => string
      'policy.help_contact_changed': string
      'policy.language_changed': (values: { locale: string | readonly string[] }) => string
      'policy.log_retention_changed': (values: { days: string | readonly string[] }) => string
      'policy.trusted_devices_changed': (values: { days: string | readonly string[] }) => string
      'policy.passkey_sign_in_changed': (values: { isAllowed: boolean }) => string
      'policy.session_limit_changed': (values: { hours: string | readonly string[]; idleHours: string | readonly string[] }) => string
      'sso.connection_saved': (values: { issuer: string | readonly string[] }) => string
      'sso.connection_ending': (values: { issuer: string | readonly string[]; endsAt: string | readonly string[] }) => string
      'sso.connection_kept': string
      'sso.tried': (values: { outcome: string | readonly string[] }) => string
      'sso.just_in_time_changed': (values: { role: string | readonly string[] }) => string
      'sso.required': (values: { from: string | readonly string[] }) => string
      'sso.made_optional': string
      'sso.proof_required': (values: { from: string | readonly string[]; values: string | readonly string[] }) => string
      'sso.proof_made_optional': string
      'sso.domain_claimed': (values: { domain: string | readonly string[] }) => string
      'sso.domain_proved': (values: { domain: string | readonly string[] }) => string
      'sso.domain_missing': (values: { domain: string | readonly string[] }) => string
      'sso.domain_released': (values: { domain: string | readonly string[] }) => string
      'sso.identity_joined': (values: { email: string | readonly string[] }) => string
      'sso.identity_released': (values: { email: string | readonly string[] }) => string
      'sso.owner_entered': (values: { email: string | readonly string[] }) => string
      'sso.sign_in_refused': (values: { reason: string | readonly string[] }) => string
      'sso.signed_out_by_provider': (values: { email: string | readonly string[]; sessions: number }) => string
      'api_key.created': (values: { keyName: string | readonly string[]; scopes: string | readonly string[] }) => string
      'api_key.revoked': (values: { keyName: string | readonly string[] }) => string
      'api_key.return_addresses_changed': (values: { keyName: string | readonly string[] }) => string
      'app.created': (values: { appName: string | readonly string[] }) => string
      'app.changed': (values: { appName: string | readonly string[] }) => string
      'app.secret_rotated': (values: { appName: string | readonly string[] }) => string
      'app.deleted': (values: { appName: string | readonly string[] }) => string
      'app.signed_in': (values: { email: string | readonly string[]; appName: string | readonly string[] }) => string
      'app.access_ended': (values: { email: string | readonly string[]; appName: string | readonly string[]; reason: string | readonly string[] }) => string
      'webhook.created': (values: { url: string | readonly string[] }) => string
      'webhook.changed': (values: { url: string | readonly string[] }) => string
      'webhook.secret_rotated': (values: { url: string | readonly string[] }) => string
      'webhook.deleted': (values: { url: string | readonly string[] }) => string
      'webhook.paused': (values: { url: string | readonly string[] }) => string
      'webhook.resumed': (values: { url: string | readonly string[] }) => string
      'verification.started': (values: { app: string | readonly string[]; email: string | readonly string[]; reason: string | readonly string[] }) => string
      'verification.completed': (values: { email: string | readonly string[]; app: string | readonly string[] }) => string
      'verification.declined': (values: { email: string | readonly string[]; app: string | readonly string[] }) => string
      'verification.expired': (values: { email: string | readonly string[]; app: string | readonly string[] }) => string
      'verification.locked': (values: { email: string | readonly string[]; app: string | readonly string[] }) => string
      'verification.no_second_step': (values: { app: string | readonly string[]; email: string | readonly string[] }) => string
    }
    outcomes: {
      PROVIDER_DOWN: string
      MISCONFIGURED: string
      UNVERIFIABLE: string
      CLIENT_REFUSED: string
      UNTRUSTED: string
      DENIED: string
      EXPIRED: string
      NO_SIGN_IN_TIME: string
      GUEST: string
      NOT_A_MEMBER: string
      OTHER_IDENTITY: string
      OTHER_ACCOUNT: string
      WORKED: string
    }
    roles: {
      OWNER: string
      ADMIN: string
      MEMBER: string
      GUEST: string
    }
    methods: {
      AUTHENTICATOR_APP: string
      SMS: string
      PASSKEY: string
    }
    accessEnds: {
      CLOSED: string
      SIGNED_OUT: string
      ENDED_BY_MEMBER: string
      ENDED_BY_ADMIN: string
      GRANT_REUSED: string
      APP_DELETED: string
    }
    everyone: string
    deletedAccount: string
    hours: (values: { count: number }) => string
    days: (values: { count: number }) => string
  }
  common: {
    main: string
    skip: string
    loading: string
    help: string
    language: string
    back: string
    undo: string
    undone: string
    notUndone: string
    save: string
    continue: string
    sendAgain: string
    sent: (values: { to: string | readonly string[] }) => string
    sentAt: (values: { moment: string | readonly string[] }) => string
    sendAgainIn: string
    verify: string
    device: {
      both: (values: { browser: string | readonly string[]; system: string | readonly string[] }) => string
      unknown: string
    }
    menu: {
      label: (values: { name: string | readonly string[] }) => string
      account: string
      networks: string
      signOut: string
    }
    elsewhere: {
      changed: {
        title: string
        line: string
        button: string
      }
      signedOut: {
        title: string
        line: string
        button: string
      }
    }
    trouble: {
      offline: string
      busy: string
      busyUntil: (values: { moment: string | readonly string[] }) => string
      forbidden: string
      missing: string
      unconfirmed: string
      unexpected: string
      retry: string
      reload: string
      title: string
    }
    password: {
      show: string
      hide: string
      word: string
    }
    copy: {
      copied: string
      barred: string
    }
    dialog: {
      close: string
      cancel: string
    }
    steps: {
      stepOf: (values: { step: number; of: number }) => string
    }
    time: {
      minutesLeft: (values: { minutes: number }) => string
      hoursMinutes: (values: { hours: number; minutes: number }) => string
      daysHours: (values: { days: number; hours: number }) => string
      moreTime: string
      sessionTitle: string
      sessionLine: (values: { moment: string | readonly string[] }) => string
      signInTitle: string
      signInLine: (values: { moment: string | readonly string[] }) => string
    }
    code: {
      incomplete: string
      submitsItself: string
      wrong: (values: { triesLeft: number }) => string
      used: string
      clockFast: (values: { minutes: number }) => string
      clockSlow: (values: { minutes: number }) => string
      expired: string
      tooMany: (values: { moment: string | readonly string[] }) => string
      noneLeft: string
      exhausted: string
      newPassword: string
    }
    passkey: {
      button: string
      line: string
      cancelled: string
      failed: string
      wrong: (values: { triesLeft: number }) => string
      expired: string
      unsupported: string
    }
    send: {
      failed: string
      tooSoon: (values: { moment: string | readonly string[] }) => string
    }
    country: {
      choose: string
      chosen: (values: { name: string | readonly string[]; callingCode: string | readonly string[] }) => string
      search: string
      none: string
      found: (values: { count: number }) => string
    }
    phone: {
      label: string
      hint: string
      wrong: string
      unsupported: (values: { country: string | readonly string[] }) => string
      example: (values: { example: string | readonly string[] }) => string
      notMobile: string
      noTexts: string
    }
    email: {
      codeLabel: string
      sentTo: (values: { address: string | readonly string[] }) => string
      notThere: string
      late: string
      failed: string
    }
    backup: {
      label: string
      hint: string
      malformed: string
      printTitle: string
      printLine: (values: { email: string | readonly string[]; day: string | readonly string[] }) => string
      fileName: string
      usedOn: (values: { day: string | readonly string[] }) => string
      listLabel: string
      save: string
      download: string
      copy: string
      print: string
      saved: string
    }
    methods: {
      AUTHENTICATOR_APP: string
      SMS: string
      PASSKEY: string
      BACKUP_CODE: string
    }
    filter: {
      none: string
      some: (values: { count: number }) => string
    }
    banner: {
      label: string
      required: (values: { network: string | readonly string[]; moment: string | readonly string[] }) => string
      otherMethod: (values: { network: string | readonly string[]; accepted: string | readonly string[]; moment: string | readonly string[] }) => string
      setUp: string
    }
    confirm: {
      company: string
      companyButton: string
      title: string
      password: string
      passwordLabel: string
      wrongPassword: string
      app: string
      sms: (values: { phone: string | readonly string[] }) => string
      codeLabel: string
      otherWays: string
      forgot: string
      button: string
    }
    incompleteLink: {
      title: string
      why: string
      what: string
    }
    refusals: {
      fields: {
        name: string
        email: string
        password: string
        newPassword: string
        slug: string
        url: string
        eventTypes: string
        expiresInDays: string
        scopes: string
        allowedAddresses: string
        returnAddresses: string
        until: string
        reason: string
        helpContact: string
        days: string
        hours: string
        idleHours: string
        graceHours: string
        deadline: string
        memberIds: string
        networkId: string
        methods: string
        issuer: string
        clientId: string
        clientSecret: string
        values: string
        domain: string
        role: string
        redirectUris: string
        postLogoutRedirectUris: string
        backChannelLogoutUri: string
        hosts: string
        pathRules: string
        homeUrl: string
        logo: string
        jwks: string
        emails: string
        overtaken: string
        other: string
      }
      answers: {
        SlugTaken: string
        TooManyWebhooks: string
        TooManyApiKeys: string
        OwnTwoFactorRequired: string
        PlanUpgradeRequired: string
        SsoChangeRefused: string
        SsoTestRequired: string
        SsoDomainNotProved: string
        TooManyApps: string
      }
    }
    keepAccount: {
      title: string
      line: (values: { moment: string | readonly string[] }) => string
      keep: string
      signOut: string
      kept: string
    }
    ways: {
      names: {
        AUTHENTICATOR_APP: string
        SMS: string
        BACKUP_CODE: string
        PASSKEY: string
      }
      lines: {
        AUTHENTICATOR_APP: string
        SMS: (values: { phone: string | readonly string[] }) => string
        BACKUP_CODE: string
        PASSKEY: string
      }
    }
    duration: {
      hours: (values: { count: number }) => string
      days: (values: { count: number }) => string
    }
  }
  companySignIn: {
    title: string
    line: string
    field: string
    hint: string
    button: string
    missing: string
    none: string
    tooMany: (values: { moment: string | readonly string[] }) => string
    several: string
    goTo: (values: { network: string | readonly string[] }) => string
    guest: string
    guestHint: string
    goThere: string
    tryAgain: string
    other: string
    help: (values: { contact: string | readonly string[] }) => string
    helpAdmin: (values: { network: string | readonly string[] }) => string
    problems: {
      PROVIDER_DOWN: {
        title: string
        line: string
      }
      MISCONFIGURED: {
        title: string
        line: string
      }
      UNVERIFIABLE: {
        title: string
        line: string
      }
      CLIENT_REFUSED: {
        title: string
        line: string
      }
      UNTRUSTED: {
        title: string
        line: string
      }
      DENIED: {
        title: string
        line: string
      }
      EXPIRED: {
        title: string
        line: string
      }
      NO_SIGN_IN_TIME: {
        title: string
        line: string
      }
      GUEST: {
        title: string
        line: string
      }
      NOT_A_MEMBER: {
        title: string
        line: string
      }
      OTHER_IDENTITY: {
        title: string
        line: string
      }
      OTHER_ACCOUNT: {
        title: string
        line: string
      }
      OFF: {
        title: string
        line: string
      }
      BUSY: {
        title: string
        line: string
      }
      OURS: {
        title: string
        line: string
      }
      OWNER_CHOICE: {
        title: string
        line: string
      }
      NO_PROOF: {
        title: string
        line: string
      }
    }
    proof: {
      again: string
      own: string
      ownButton: string
      password: string
      passwordButton: string
    }
    signIn: string
    owner: {
      title: string
      line: string
      button: string
      twoFactor: string
    }
    join: {
      title: (values: { network: string | readonly string[] }) => string
      line: string
      work: string
      unknown: string
      account: string
      question: string
      button: string
      linked: string
      signIn: string
      signInButton: string
      not: string
      over: string
      startAgain: string
      afterwards: string
    }
    session: {
      title: string
      line: string
      signIn: string
      password: string
    }
    confirmed: {
      title: string
      line: string
    }
  }
  csv: {
    members: {
      name: string
      email: string
      role: string
      status: string
      deadline: string
      methods: string
      joined: string
      lastSignIn: string
      lastEmail: string
      moreTimeUntil: string
      reason: string
    }
    standings: {
      NOT_REQUIRED: string
      SATISFIED: string
      EXEMPT_SSO: string
      GRACE: string
      OVERDUE: string
    }
    log: {
      at: string
      type: string
      who: string
      what: string
      whom: string
      address: string
      device: string
      details: string
    }
  }
  devInbox: {
    title: string
    line: string
    empty: string
    emptyText: string
    email: string
    sms: string
    to: (values: { address: string | readonly string[] }) => string
    list: string
    html: string
    text: string
    off: string
    frame: string
    count: (values: { count: number }) => string
  }
  developers: {
    title: string
    line: string
    key: string
    keyHint: string
    examples: string
    guide: string
    contents: string
    tryIt: string
    sdl: string
    schema: string
    copy: string
    back: string
    exampleNames: {
      whoAmI: string
      whoLacks: string
      changes: string
      verification: string
      coverage: string
    }
    editors: {
      query: string
      variables: string
      response: string
    }
  }
  entry: {
    landing: {
      title: string
      line: string
      signIn: string
      invited: string
      create: string
      pointsTitle: string
      points: [
        {
          title: string
          text: string
        },
        {
          title: string
          text: string
        },
        {
          title: string
          text: string
        },
      ]
      stepOne: string
      stepTwo: string
      inside: string
      trying: {
        title: string
        line: string
        who: {
          admin: string
          hasTime: string
          atDoor: string
          guest: string
        }
        inboxTitle: string
        inboxLine: string
        inbox: string
      }
    }
    signUp: {
      title: string
      line: string
      name: string
      email: string
      password: string
      passwordHint: string
      button: string
      haveAccount: string
      signIn: string
      nameMissing: string
      emailMissing: string
      passwordShort: string
      invitation: {
        title: string
        line: string
        have: string
        hint: string
        refused: string
      }
      domains: (values: { domains: string | readonly string[] }) => string
    }
    confirmEmail: {
      title: string
      button: string
      wrongAddress: string
      startAgain: string
      overTitle: string
      over: string
    }
    forgot: {
      title: string
      line: string
      email: string
      button: string
      sentTitle: string
      sent: (values: { email: string | readonly string[] }) => string
      back: string
    }
    reset: {
      title: string
      line: string
      password: string
      hint: string
      short: string
      button: string
      doneTitle: string
      done: string
      signIn: string
      overTitle: string
      over: string
      again: string
      whose: (values: { email: string | readonly string[] }) => string
    }
    stop: {
      title: string
      line: string
      button: string
      wasMe: string
      doneTitle: string
      done: (values: { network: string | readonly string[] }) => string
      newPassword: string
      overTitle: string
      over: string
      signIn: string
      notStopped: string
    }
    notFound: {
      title: string
      line: string
      home: string
    }
    undoEmail: {
      title: string
      line: string
      facts: [
        string,
        string,
        string,
      ]
      button: string
      wasMe: string
      doneTitle: string
      done: (values: { email: string | readonly string[] }) => string
      newPassword: string
      overTitle: string
      over: string
      signIn: string
      notUndone: string
    }
  }
  help: {
    title: string
    questions: [
      {
        title: string
        text: string
      },
      {
        title: string
        text: string
      },
      {
        title: string
        text: string
      },
      {
        title: string
        text: string
      },
      {
        title: string
        text: string
      },
      {
        title: string
        text: string
      },
      {
        title: string
        text: string
      },
    ]
    back: string
  }
  integrations: {
    title: string
    line: string
    guide: string
    tryIt: string
    done: string
    onceOnly: string
    keys: {
      title: string
      line: string
      create: string
      emptyTitle: string
      empty: string
      by: (values: { prefix: string | readonly string[]; name: string | readonly string[] }) => string
      may: (values: { count: number }) => string
      until: (values: { day: string | readonly string[] }) => string
      used: (values: { moment: string | readonly string[] }) => string
      unused: string
      states: {
        ACTIVE: string
        REVOKED: string
        EXPIRED: string
        MAKER_LEFT: string
        MAKER_NOT_ADMIN: string
        MAKER_LOCKED_OUT: string
      }
      revoke: string
      revokeNamed: (values: { name: string | readonly string[] }) => string
      revokeTitle: (values: { name: string | readonly string[] }) => string
      revokeButton: string
      revokeLine: string
      revoked: (values: { name: string | readonly string[] }) => string
      madeTitle: string
      copy: string
      tryIt: string
      copyCommand: string
      name: string
      nameHint: string
      scopes: string
      scopeNames: {
        'network:read': string
        'members:read': string
        'members:remind': string
        'external-ids:write': string
        'audit:read': string
        'verifications:write': string
        'webhooks:write': string
        'apps:write': string
      }
      lifetime: string
      days: (values: { days: number }) => string
      addresses: string
      addressesHint: string
    }
    webhooks: {
      title: string
      line: string
      create: string
      emptyTitle: string
      empty: string
      all: string
      some: (values: { count: number }) => string
      pausedAt: (values: { moment: string | readonly string[] }) => string
      test: string
      change: string
      changeTitle: string
      save: string
      rotate: string
      resume: string
      delete: string
      deleteTitle: string
      deleteButton: string
      deleteLine: string
      deleted: string
      changed: string
      resumed: string
      rotated: string
      rotateTitle: string
      rotateLine: string
      url: string
      urlHint: string
      events: string
      everything: string
      secretTitle: string
      copySecret: string
      bothUntil: (values: { moment: string | readonly string[] }) => string
      deliveries: string
      none: string
      states: {
        WAITING: string
        SENDING: string
        DELIVERED: string
        FAILED: string
        HELD: string
      }
      answer: (values: { status: number; milliseconds: number }) => string
      next: (values: { moment: string | readonly string[] }) => string
      again: string
      earlier: string
      refresh: string
      problems: {
        NO_ANSWER: string
        NAME_NOT_FOUND: string
        CONNECTION_REFUSED: string
        CERTIFICATE_NOT_ACCEPTED: string
        CONNECTION_BROKEN: string
        REDIRECT: string
        NOT_PUBLIC: string
        GONE: string
        NOTHING_ACCEPTED: string
      }
    }
    returns: {
      title: string
      line: string
      emptyTitle: string
      empty: string
      none: string
      edit: string
      editNamed: (values: { name: string | readonly string[] }) => string
      field: string
      fieldHint: string
      save: string
      saved: string
    }
  }
  mail: {
    layout: {
      footer: (values: { host: string | readonly string[] }) => string
      copyAddress: string
      when: string
      device: string
      deviceNames: {
        both: (values: { browser: string | readonly string[]; system: string | readonly string[] }) => string
        unknown: string
      }
      address: string
      until: string
      usableFrom: string
      from: string
      reason: string
    }
    methods: {
      AUTHENTICATOR_APP: string
      SMS: string
      PASSKEY: string
      BACKUP_CODE: string
    }
    signUpCode: {
      subject: string
      title: string
      where: (values: { minutes: number }) => string
      ifNotYou: string
    }
    addressAlreadyRegistered: {
      subject: string
      title: string
      what: string
      signIn: string
      forgotten: string
      reset: string
      ifNotYou: string
    }
    mailboxCode: {
      subject: string
      title: string
      where: (values: { minutes: number }) => string
      ifNotYou: string
      reset: string
    }
    passwordResetLink: {
      subject: string
      title: string
      what: (values: { minutes: number }) => string
      action: string
      ifNotYou: string
    }
    emailChange: {
      subject: string
      title: string
      where: (values: { minutes: number }) => string
      ifNotYou: string
      takenTitle: string
      taken: string
      takenNothing: string
    }
    emailChanged: {
      subject: string
      title: string
      what: (values: { email: string | readonly string[] }) => string
      undo: (values: { until: string | readonly string[] }) => string
      action: string
      ifYou: string
    }
    exportLink: {
      subject: string
      title: string
      what: (values: { until: string | readonly string[] }) => string
      action: string
      ifNotYou: string
    }
    invitation: {
      subject: (values: { inviter: string | readonly string[]; network: string | readonly string[] }) => string
      title: (values: { network: string | readonly string[] }) => string
      what: (values: { inviter: string | readonly string[]; network: string | readonly string[]; role: string }) => string
      twoFactor: (values: { network: string | readonly string[] }) => string
      action: string
      until: (values: { until: string | readonly string[] }) => string
      ifNotYou: (values: { inviter: string | readonly string[] }) => string
    }
    reEnrolment: {
      subject: (values: { network: string | readonly string[] }) => string
      what: (values: { actor: string | readonly string[] }) => string
      how: string
      alsoToAgree: (values: { networks: string | readonly string[] }) => string
      rests: string
      ifNotYou: string
      cancel: string
    }
    mandate: {
      madeRequired: (values: { actor: string | readonly string[] }) => string
      duration: string
      late: string
      setUp: string
      withoutClicking: (values: { address: string | readonly string[] }) => string
      withoutClickingAccount: (values: { address: string | readonly string[] }) => string
      withoutClickingSignIn: (values: { address: string | readonly string[] }) => string
      askContact: (values: { contact: string | readonly string[] }) => string
      askAdmin: (values: { network: string | readonly string[] }) => string
      nothingToDo: string
      toDo: (values: { network: string | readonly string[]; until: string | readonly string[] }) => string
      reminder: (values: { network: string | readonly string[]; until: string | readonly string[] }) => string
      stillMissing: (values: { network: string | readonly string[] }) => string
      toAdd: (values: { network: string | readonly string[]; until: string | readonly string[] }) => string
      reminderToAdd: (values: { network: string | readonly string[]; until: string | readonly string[] }) => string
      otherMethod: (values: { network: string | readonly string[]; methods: string | readonly string[] }) => string
      lateToAdd: string
      ready: (values: { network: string | readonly string[] }) => string
      alreadyUsed: string
      companySignIn: string
      deadlinePassed: (values: { network: string | readonly string[] }) => string
      beforeFirstEntry: (values: { network: string | readonly string[] }) => string
      safe: string
      safeToAdd: string
      whySignedOut: (values: { network: string | readonly string[] }) => string
      signInAndSetUp: string
      signIn: string
      extended: (values: { network: string | readonly string[]; until: string | readonly string[] }) => string
      gaveTime: (values: { actor: string | readonly string[] }) => string
      deactivated: (values: { network: string | readonly string[] }) => string
      turnedOff: (values: { actor: string | readonly string[] }) => string
      staysOn: string
      methodsChanging: (values: { network: string | readonly string[]; from: string | readonly string[] }) => string
      methodsAccepted: (values: { network: string | readonly string[]; methods: string | readonly string[] }) => string
      methodsToDo: string
      decidedBy: (values: { actor: string | readonly string[] }) => string
      openAccount: string
      devicesChanging: (values: { network: string | readonly string[]; days: number }) => string
      sessionsChanging: (values: { network: string | readonly string[]; hours: number; idleHours: number }) => string
      passkeysChanging: (values: { network: string | readonly string[] }) => string
    }
    sso: {
      openSecurity: string
      required: {
        subject: (values: { network: string | readonly string[]; from: string | readonly string[] }) => string
        what: (values: { network: string | readonly string[] }) => string
        button: string
        late: string
      }
      proofRequired: {
        subject: (values: { network: string | readonly string[]; from: string | readonly string[] }) => string
        what: (values: { network: string | readonly string[] }) => string
        button: string
        late: string
      }
      ending: {
        subject: (values: { network: string | readonly string[]; from: string | readonly string[] }) => string
        what: string
        button: string
        late: string
      }
      ownerEntered: {
        subject: (values: { owner: string | readonly string[]; network: string | readonly string[] }) => string
        what: (values: { network: string | readonly string[]; owner: string | readonly string[] }) => string
        next: (values: { owner: string | readonly string[] }) => string
      }
    }
    admins: {
      deletionScheduled: {
        subject: (values: { network: string | readonly string[]; until: string | readonly string[] }) => string
        what: (values: { actor: string | readonly string[]; network: string | readonly string[]; until: string | readonly string[] }) => string
        next: string
      }
      deletionCancelled: {
        subject: (values: { network: string | readonly string[] }) => string
        what: (values: { actor: string | readonly string[]; network: string | readonly string[] }) => string
        next: string
      }
      ownershipTransferred: {
        subject: (values: { network: string | readonly string[] }) => string
        what: (values: { actor: string | readonly string[]; email: string | readonly string[]; network: string | readonly string[] }) => string
        next: string
      }
      openIntegrations: string
      openSecurity: string
      why: (values: { network: string | readonly string[] }) => string
      reEnrolmentCancelled: {
        subject: (values: { actor: string | readonly string[] }) => string
        what: (values: { network: string | readonly string[]; email: string | readonly string[] }) => string
        next: string
      }
      apiKeyCreated: {
        subject: (values: { actor: string | readonly string[]; network: string | readonly string[] }) => string
        what: (values: { key: string | readonly string[]; until: string | readonly string[]; scopes: string | readonly string[] }) => string
        next: string
      }
      apiKeyRevoked: {
        subject: (values: { actor: string | readonly string[]; network: string | readonly string[] }) => string
        what: (values: { key: string | readonly string[] }) => string
        next: string
      }
      returnAddressesChanged: {
        subject: (values: { actor: string | readonly string[]; network: string | readonly string[] }) => string
        what: (values: { key: string | readonly string[]; addresses: string | readonly string[] }) => string
        none: (values: { key: string | readonly string[] }) => string
        next: string
      }
      webhookCreated: {
        subject: (values: { actor: string | readonly string[]; network: string | readonly string[] }) => string
        what: (values: { network: string | readonly string[]; url: string | readonly string[] }) => string
        next: string
      }
      webhookChanged: {
        subject: (values: { actor: string | readonly string[]; network: string | readonly string[] }) => string
        what: (values: { url: string | readonly string[] }) => string
        next: string
      }
      webhookSecretRotated: {
        subject: (values: { actor: string | readonly string[]; network: string | readonly string[] }) => string
        what: (values: { url: string | readonly string[] }) => string
        next: string
      }
      webhookDeleted: {
        subject: (values: { actor: string | readonly string[]; network: string | readonly string[] }) => string
        what: (values: { url: string | readonly string[] }) => string
        next: string
      }
      webhookPaused: {
        subject: (values: { network: string | readonly string[] }) => string
        what: (values: { url: string | readonly string[]; problem: string | readonly string[] }) => string
        next: string
      }
      verificationDeclined: {
        subject: (values: { member: string | readonly string[] }) => string
        what: (values: { app: string | readonly string[]; member: string | readonly string[]; network: string | readonly string[]; reason: string | readonly string[] }) => string
        next: (values: { member: string | readonly string[]; app: string | readonly string[] }) => string
      }
    }
    notice: {
      ifYou: string
      choosePassword: string
      newPassword: string
      theyKnowYours: string
      othersSignedOut: string
      newSignIn: {
        subject: string
        what: string
      }
      signInUnfinished: {
        subject: string
        what: (values: { signIns: number; failures: number }) => string
      }
      signInLocked: {
        subject: string
        what: (values: { untilReset: boolean }) => string
        next: (values: { untilReset: boolean }) => string
      }
      twoFactorOn: {
        subject: string
        what: (values: { method: string | readonly string[] }) => string
        next: string
      }
      twoFactorOff: {
        subject: string
        what: string
        next: string
        ifNotYou: string
      }
      methodAdded: {
        subject: string
        what: (values: { method: string | readonly string[] }) => string
        ifNotYou: string
      }
      setUpAgain: {
        subject: string
        what: (values: { method: string | readonly string[] }) => string
        next: string
        ifNotYou: string
      }
      methodReplaced: {
        subject: string
        what: (values: { method: string | readonly string[] }) => string
        ifNotYou: string
      }
      methodRemoved: {
        subject: string
        what: (values: { method: string | readonly string[] }) => string
        ifNotYou: string
      }
      passkeyCopied: {
        subject: string
        what: string
        next: string
      }
      preferredChanged: {
        subject: string
        what: (values: { method: string | readonly string[] }) => string
      }
      backupCodeUsed: {
        subject: string
        what: (values: { left: number }) => string
        ifNotYou: string
      }
      backupCodesShown: {
        subject: string
        what: string
        ifNotYou: string
      }
      backupCodesRegenerated: {
        subject: string
        what: string
        ifNotYou: string
      }
      passwordChanged: {
        subject: string
        what: string
      }
      passwordReset: {
        subject: string
        what: string
        next: string
        ifNotYou: string
      }
      deletionScheduled: {
        subject: string
        what: (values: { until: string | readonly string[] }) => string
        ifNotYou: string
      }
      deletionCancelled: {
        subject: string
        what: string
      }
      networkSessionsEnded: {
        subject: (values: { network: string | readonly string[] }) => string
        what: (values: { network: string | readonly string[] }) => string
        ifNotYou: string
      }
      emailChanged: {
        subject: string
        what: string
      }
      emailRestored: {
        subject: string
        what: string
      }
      nameChanged: {
        subject: string
        what: string
      }
      companySignInJoined: {
        subject: (values: { network: string | readonly string[] }) => string
        what: (values: { network: string | readonly string[] }) => string
      }
      deviceTrusted: {
        subject: string
        what: string
        ifNotYou: string
      }
    }
  }
  networks: {
    roles: {
      OWNER: string
      ADMIN: string
      MEMBER: string
      GUEST: string
    }
    rolesInSentence: {
      OWNER: string
      ADMIN: string
      MEMBER: string
      GUEST: string
    }
    roleLines: {
      OWNER: string
      ADMIN: string
      MEMBER: string
      GUEST: string
    }
    plans: {
      FREE: string
      PRO: string
      ENTERPRISE: string
    }
    status: {
      protected: string
      companySignIn: string
      until: (values: { moment: string | readonly string[] }) => string
      closed: string
      notRequired: string
    }
    picker: {
      title: string
      create: string
      open: (values: { name: string | readonly string[] }) => string
      emptyTitle: string
      empty: string
      emptyClosed: string
    }
    switcher: {
      label: (values: { name: string | readonly string[] }) => string
      labelNone: string
      none: string
      all: string
      create: string
    }
    create: {
      title: string
      line: string
      name: string
      nameHint: string
      nameMissing: string
      address: string
      addressHint: string
      preview: (values: { address: string | readonly string[] }) => string
      checking: string
      free: string
      button: string
      closed: string
      back: string
    }
    nav: {
      label: (values: { name: string | readonly string[] }) => string
      home: string
      people: string
      security: string
      integrations: string
      apps: string
    }
    missing: {
      title: string
      line: string
      button: string
    }
    locked: {
      title: (values: { network: string | readonly string[] }) => string
      line: (values: { network: string | readonly string[] }) => string
      since: (values: { moment: string | readonly string[] }) => string
      safe: string
      accepts: (values: { methods: string | readonly string[] }) => string
      help: (values: { contact: string | readonly string[] }) => string
      setUp: string
      kept: string
      others: string
      confirmTitle: (values: { network: string | readonly string[] }) => string
      confirm: string
      confirmButton: string
      another: string
      account: string
    }
    home: {
      youAre: (values: { role: string | readonly string[] }) => string
      protectionTitle: string
      setUp: string
      left: string
      late: string
      unprotected: {
        title: (values: { count: number }) => string
        until: (values: { moment: string | readonly string[] }) => string
        over: (values: { moment: string | readonly string[] }) => string
        button: string
      }
      protected: string
      companySignIn: string
      notRequired: string
      notRequiredOn: string
      peopleTitle: string
      count: (values: { isMore: boolean; count: number }) => string
      seeAll: string
      invite: string
      alone: string
      aloneLine: string
      guest: (values: { network: string | readonly string[] }) => string
    }
    people: {
      title: string
      caption: string
      search: string
      none: (values: { search: string | readonly string[] }) => string
      person: string
      role: string
      joined: string
      act: string
      you: string
      more: string
      acts: (values: { name: string | readonly string[] }) => string
      change: string
      remove: string
      leave: string
      signOut: string
      transfer: string
    }
    changeRole: {
      title: (values: { name: string | readonly string[] }) => string
      own: string
      button: string
      saved: (values: { name: string | readonly string[]; role: string | readonly string[] }) => string
    }
    remove: {
      title: (values: { name: string | readonly string[] }) => string
      consequence: (values: { name: string | readonly string[]; network: string | readonly string[] }) => string
      linkOff: string
      button: (values: { name: string | readonly string[] }) => string
      keep: string
      done: (values: { name: string | readonly string[] }) => string
    }
    leave: {
      title: (values: { network: string | readonly string[] }) => string
      consequence: (values: { network: string | readonly string[] }) => string
      button: (values: { network: string | readonly string[] }) => string
      keep: string
      done: (values: { network: string | readonly string[] }) => string
      lastOwner: string
    }
    lastOwner: string
    invite: {
      title: (values: { network: string | readonly string[] }) => string
      button: string
      email: string
      emailHint: string
      emailMissing: string
      role: string
      send: (values: { count: number }) => string
      sent: (values: { count: number }) => string
      close: string
      file: string
      fileEmpty: (values: { name: string | readonly string[] }) => string
      count: (values: { count: number }) => string
      progress: (values: { done: number; total: number }) => string
      outcomes: {
        ALREADY_MEMBER: string
        INVALID: string
        TOO_MANY: string
        INVITED: string
      }
      tryAt: (values: { moment: string | readonly string[] }) => string
    }
    invitations: {
      title: string
      caption: string
      email: string
      sent: string
      by: (values: { name: string | readonly string[] }) => string
      until: string
      untilMoment: (values: { moment: string | readonly string[] }) => string
      over: string
      acts: (values: { email: string | readonly string[] }) => string
      resend: string
      resent: (values: { email: string | readonly string[] }) => string
      revoke: string
      revokeTitle: string
      revokeButton: string
      revokeLine: (values: { email: string | readonly string[] }) => string
      keep: string
      revoked: (values: { email: string | readonly string[] }) => string
      answered: string
      tooMany: (values: { moment: string | readonly string[] }) => string
      more: string
      all: (values: { count: number }) => string
    }
    invitation: {
      title: (values: { network: string | readonly string[] }) => string
      line: (values: { inviter: string | readonly string[]; network: string | readonly string[]; role: string | readonly string[] }) => string
      twoFactor: (values: { network: string | readonly string[] }) => string
      signedOut: (values: { address: string | readonly string[] }) => string
      signUp: string
      signIn: string
      join: (values: { network: string | readonly string[] }) => string
      as: (values: { email: string | readonly string[] }) => string
      otherTitle: string
      other: (values: { address: string | readonly string[]; email: string | readonly string[] }) => string
      switchAccount: string
      overTitle: string
      over: string
      networks: string
      until: (values: { moment: string | readonly string[] }) => string
      linkLine: (values: { domains: string | readonly string[]; network: string | readonly string[]; role: string | readonly string[] }) => string
      linkSignedOut: (values: { domains: string | readonly string[] }) => string
      linkOtherTitle: string
      linkOther: (values: { domains: string | readonly string[]; email: string | readonly string[] }) => string
    }
    apps: {
      title: string
      none: string
      add: string
    }
    endSessions: {
      title: (values: { name: string | readonly string[]; network: string | readonly string[] }) => string
      consequence: (values: { name: string | readonly string[]; network: string | readonly string[] }) => string
      button: (values: { name: string | readonly string[] }) => string
      done: (values: { name: string | readonly string[] }) => string
    }
    transfer: {
      title: (values: { name: string | readonly string[]; network: string | readonly string[] }) => string
      consequence: (values: { name: string | readonly string[] }) => string
      button: string
      done: (values: { name: string | readonly string[]; network: string | readonly string[] }) => string
    }
    deletion: (values: { network: string | readonly string[]; moment: string | readonly string[] }) => string
    joinLink: {
      title: string
      line: (values: { domains: string | readonly string[] }) => string
      noDomain: string
      noneYet: string
      verify: string
      since: (values: { day: string | readonly string[]; name: string | readonly string[] }) => string
      create: string
      createTitle: string
      createLine: string
      renew: string
      renewTitle: string
      renewLine: string
      off: string
      offTitle: string
      offLine: string
      offDone: string
      once: string
      copy: string
    }
    firstSteps: {
      title: string
      hide: string
      done: string
      protect: {
        title: string
        line: string
        button: string
      }
      invite: {
        title: string
        line: string
        button: string
      }
      require: {
        title: string
        line: string
        lineFree: string
        button: string
        buttonFree: string
      }
    }
  }
  security: {
    title: string
    tabs: {
      twoFactor: string
      sso: string
      audit: string
    }
    state: {
      off: string
      offLine: string
      running: (values: { moment: string | readonly string[] }) => string
      over: (values: { moment: string | readonly string[] }) => string
      by: (values: { name: string | readonly string[]; moment: string | readonly string[] }) => string
      left: string
      deactivate: string
      moreForAll: string
      remindAll: (values: { count: number }) => string
      remindAgain: (values: { moment: string | readonly string[] }) => string
      acts: string
      reminded: (values: { count: number }) => string
    }
    pro: {
      title: string
      line: string
      brings: [
        string,
        string,
        string,
      ]
      howTitle: string
      how: string
      copy: string
    }
    own: {
      title: string
      line: string
      button: string
    }
    planner: {
      title: string
      line: string
      grace: string
      endOfDay: (values: { moment: string | readonly string[] }) => string
      byDate: string
      date: string
      dateHint: (values: { zone: string | readonly string[] }) => string
      deadline: (values: { moment: string | readonly string[] }) => string
      night: string
      weekend: string
      mailed: (values: { count: number }) => string
      without: (values: { count: number }) => string
      guests: (values: { count: number }) => string
      pending: (values: { count: number }) => string
      activate: string
      mailMe: string
      mailedMe: (values: { email: string | readonly string[] }) => string
    }
    activate: {
      title: (values: { count: number }) => string
      line: (values: { without: number; moment: string | readonly string[]; companySignIn: number }) => string
      checks: {
        own: string
        mailed: (values: { count: number }) => string
        guests: (values: { count: number }) => string
        pending: (values: { count: number }) => string
        time: string
      }
      timeline: string
      now: string
      nowLine: string
      reminders: (values: { count: number }) => string
      end: string
      button: string
      done: (values: { count: number }) => string
    }
    deactivate: {
      title: string
      line: string
      button: string
      cancel: string
      done: string
    }
    coverage: {
      title: string
      of: (values: { part: string | readonly string[]; total: string | readonly string[] }) => string
      protected: string
      sso: string
      notYet: string
      show: (values: { name: string | readonly string[] }) => string
      methods: string
      short: {
        AUTHENTICATOR_APP: string
        SMS: string
        PASSKEY: string
      }
      history: string
      deadline: string
      when: string
      share: string
      asTable: string
      asChart: string
      everyone: string
      download: string
    }
    members: {
      title: string
      search: string
      status: string
      role: string
      method: string
      order: string
      orders: {
        STATUS: string
        NAME: string
        LAST_SIGN_IN: string
      }
      signedIn: {
        TODAY: string
        WEEK: string
        LONG_AGO: string
        NEVER: string
      }
      columns: {
        name: string
        status: string
        methods: string
        role: string
        signIn: string
        mail: string
        act: string
      }
      shown: {
        NOT_YET: string
        CLOSED: string
        PROTECTED: string
        COMPANY_SIGN_IN: string
      }
      ssoProof: {
        PROVED: string
        NOT_SAID: string
        SAID_OTHERWISE: string
      }
      until: (values: { moment: string | readonly string[] }) => string
      deletion: (values: { moment: string | readonly string[] }) => string
      more: string
      none: string
      never: string
      noMethods: string
      acts: (values: { name: string | readonly string[] }) => string
      selectAll: string
      selectMatching: (values: { count: number }) => string
      remindMatching: string
      remindOne: string
      remindAgain: (values: { moment: string | readonly string[] }) => string
      selectOne: (values: { name: string | readonly string[] }) => string
      selected: (values: { count: number }) => string
      remind: (values: { count: number }) => string
      moreTime: string
      export: string
      exportChosen: (values: { count: number }) => string
      clear: string
    }
    helpBackIn: {
      act: string
      title: (values: { name: string | readonly string[] }) => string
      line: string
      facts: [
        string,
        string,
        string,
        string,
        string,
      ]
      sure: (values: { name: string | readonly string[] }) => string
      reason: string
      reasonHint: string
      reasonMissing: string
      button: string
      close: string
      doneTitle: (values: { name: string | readonly string[] }) => string
      done: (values: { moment: string | readonly string[] }) => string
      doneLater: (values: { from: string | readonly string[]; moment: string | readonly string[] }) => string
      doneNext: string
      others: (values: { name: string | readonly string[] }) => string
      noTwoFactor: (values: { name: string | readonly string[] }) => string
      companySignIn: (values: { name: string | readonly string[] }) => string
      tooMany: (values: { moment: string | readonly string[] }) => string
    }
    moreTime: {
      title: (values: { count: number }) => string
      titleMatching: string
      titleAll: string
      line: string
      time: string
      reason: string
      reasonHint: string
      reasonMissing: string
      button: string
      done: (values: { count: number }) => string
    }
    settings: {
      title: string
      help: string
      helpLine: string
      helpNone: string
      language: string
      languageNone: string
      languageLine: string
      helpField: string
      methods: string
      methodsLine: string
      until: (values: { names: string | readonly string[]; moment: string | readonly string[] }) => string
      devices: string
      devicesOff: string
      devicesOn: (values: { days: number }) => string
      devicesField: string
      passkeys: string
      passkeysOn: string
      passkeysOff: string
      passkeysUntil: (values: { moment: string | readonly string[] }) => string
      passkeysRefuse: string
      passkeysAllow: string
      sessions: string
      sessionsOff: string
      sessionsOn: (values: { total: string | readonly string[]; idle: string | readonly string[] }) => string
      sessionsField: string
      sessionsLine: string
      never: string
      change: string
      save: string
      saved: string
      log: string
      logForGood: string
      logDays: (values: { days: number }) => string
      logField: string
      logLine: string
      notice: (values: { count: number; moment: string | readonly string[] }) => string
      noticeField: string
    }
    methods: {
      title: string
      none: string
      line: string
      affected: (values: { count: number; moment: string | readonly string[] }) => string
      ownMissing: string
    }
    audit: {
      title: string
      line: string
      filter: string
      person: string
      period: string
      anyTime: string
      lately: (values: { time: string | readonly string[] }) => string
      all: string
      requirement: string
      people: string
      policy: string
      sso: string
      integrations: string
      columns: {
        when: string
        who: string
        what: string
        where: string
      }
      system: string
      key: (values: { name: string | readonly string[] }) => string
      more: string
      download: string
      none: string
      empty: string
    }
    person: {
      log: string
      logNone: string
      mails: string
      mailsNone: string
      mailKinds: {
        REQUIRED: string
        REMINDER: string
        TIME_IS_UP: string
        MORE_TIME: string
        NO_LONGER_REQUIRED: string
        METHODS_CHANGING: string
        SETTING_CHANGING: string
        COMPANY_SIGN_IN: string
        HELP_BACK_IN: string
        SIGNED_OUT: string
      }
      delivery: {
        QUEUED: string
        DELAYED: string
        SENT: string
        FAILED: string
      }
      signIns: string
      signInsNone: string
      ways: {
        PASSWORD: string
        EMAIL_CODE: string
        TRUSTED_DEVICE: string
      }
      remindAgain: (values: { moment: string | readonly string[] }) => string
      missing: string
    }
    end: {
      title: string
      transfer: string
      transferLine: string
      transferButton: string
      delete: string
      deleteLine: string
      deleteButton: string
      scheduled: (values: { moment: string | readonly string[] }) => string
      scheduledLine: string
      keepButton: string
      kept: string
      deleteTitle: (values: { network: string | readonly string[] }) => string
      deleteFacts: [
        string,
        string,
        string,
      ]
      download: string
      type: (values: { slug: string | readonly string[] }) => string
      mistyped: (values: { slug: string | readonly string[] }) => string
      deleteAct: string
      deleted: (values: { network: string | readonly string[]; moment: string | readonly string[] }) => string
    }
  }
  setUp: {
    choose: {
      title: string
      line: string
      legend: string
      names: {
        PASSKEY: string
        AUTHENTICATOR_APP: string
        SMS: string
      }
      needs: {
        PASSKEY: string
        AUTHENTICATOR_APP: string
        SMS: string
      }
      recommended: string
      passkeyPresent: string
      barredBy: (values: { networks: string | readonly string[] }) => string
      smsUnavailable: string
      present: string
      noPhone: string
      noPhoneText: string
      noPhoneButton: string
      endsOthers: string
    }
    email: {
      title: string
      line: string
      lineAtDoor: (values: { address: string | readonly string[] }) => string
    }
    app: {
      title: string
      line: string
      linePhone: string
      steps: [
        string,
        string,
        string,
      ]
      qrLabel: string
      open: string
      showQr: string
      byHand: string
      byHandPhone: string
      copyKey: string
      codeLabel: string
      noApp: string
      noAppText: string
      expired: string
      renewTitle: string
      renew: string
      oldKey: string
      another: string
    }
    number: {
      title: string
      line: string
      over: string
      button: string
      another: string
    }
    sms: {
      title: string
      line: (values: { phone: string | readonly string[] }) => string
      onItsWay: (values: { phone: string | readonly string[] }) => string
      late: string
      failed: string
      codeLabel: string
      change: string
      expired: string
    }
    passkey: {
      title: string
      line: string
      nameLabel: string
      nameHint: string
      button: string
      known: string
      refused: string
      expired: string
      noRoom: string
      another: string
    }
    codes: {
      title: string
      line: string
      done: string
      where: string
      lost: string
      show: string
    }
    done: {
      title: string
      added: (values: { method: string }) => string
      asks: (values: { method: string }) => string
      stillAsks: (values: { method: string }) => string
      elsewhere: string
      serves: string
      choose: string
      button: string
    }
    required: {
      title: (values: { network: string | readonly string[] }) => string
      titleMany: string
      line: string
      required: (values: { network: string | readonly string[]; moment: string | readonly string[] }) => string
      contact: (values: { network: string | readonly string[]; contact: string | readonly string[] }) => string
      other: string
      otherHint: (values: { networks: string | readonly string[] }) => string
      startAgain: string
      safe: string
    }
    setUpAgain: {
      title: string
      line: string
      replaces: string
    }
    backToAccount: string
  }
  signIn: {
    title: string
    email: string
    password: string
    button: string
    forgot: string
    newHere: string
    signUp: string
    wrong: string
    tooMany: (values: { moment: string | readonly string[] }) => string
    expired: string
    replaced: string
    passkey: {
      button: string
      unknown: string
    }
    sso: (values: { network: string | readonly string[] }) => string
    company: string
    ssoButton: string
    verify: {
      titles: {
        AUTHENTICATOR_APP: string
        SMS: string
        BACKUP_CODE: string
        PASSKEY: string
      }
      signingInAs: (values: { email: string | readonly string[] }) => string
      codeLabel: string
      appHint: string
      smsHint: (values: { phone: string | readonly string[] }) => string
      smsOnItsWay: (values: { phone: string | readonly string[] }) => string
      smsNotSent: string
      smsHeld: (values: { moment: string | readonly string[] }) => string
      smsLate: string
      smsFailed: string
      trust: string
      trustHint: string
      otherTitle: string
      noneLeft: string
      setUpAgain: {
        button: string
        line: string
        waitingTitle: string
        waiting: (values: { networks: string | readonly string[] }) => string
        restingTitle: string
        resting: (values: { moment: string | readonly string[] }) => string
        over: string
      }
      startAgain: string
    }
    few: {
      title: (values: { left: number }) => string
      line: string
      renew: string
      later: string
    }
  }
  sms: {
    signIn: (values: { code: string | readonly string[] }) => string
    setUp: (values: { code: string | readonly string[] }) => string
    confirmation: (values: { code: string | readonly string[] }) => string
    reEnrolmentGranted: (values: { host: string | readonly string[] }) => string
  }
  ssoAdmin: {
    intro: string
    save: string
    saved: string
    change: string
    none: {
      title: string
      line: string
      button: string
    }
    provider: {
      title: string
      issuer: string
      client: string
      secret: string
      hasSecret: string
      noSecret: string
      works: (values: { moment: string | readonly string[] }) => string
      never: string
      trouble: (values: { moment: string | readonly string[] }) => string
      test: string
      end: string
    }
    setUp: {
      title: string
      first: string
      second: string
      callback: string
      logout: string
      afterSignOut: string
      copyShort: string
      copy: (values: { what: string | readonly string[] }) => string
      kind: string
      kindOther: string
      issuer: string
      issuerHint: string
      clientId: string
      secret: string
      secretHint: string
      secretKeep: string
      button: string
      forProvider: string
    }
    troubles: {
      PROVIDER_DOWN: string
      MISCONFIGURED: string
      UNVERIFIABLE: string
      CLIENT_REFUSED: string
      UNTRUSTED: string
      DENIED: string
      EXPIRED: string
      NO_SIGN_IN_TIME: string
      GUEST: string
      NOT_A_MEMBER: string
      OTHER_IDENTITY: string
      OTHER_ACCOUNT: string
      OFF: string
      BUSY: string
      OURS: string
    }
    test: {
      title: string
      line: string
      at: (values: { moment: string | readonly string[] }) => string
      results: {
        ENTER: string
        JOIN: string
        ADMIT: string
        ASK_OWN_SIGN_IN: string
        REFUSE: string
      }
      claim: string
      value: string
      problem: string
    }
    domains: {
      title: string
      line: string
      none: string
      add: string
      field: string
      hint: string
      proved: string
      waiting: string
      missing: (values: { moment: string | readonly string[] }) => string
      lost: string
      record: string
      recordName: string
      recordValue: string
      look: string
      remove: (values: { domain: string | readonly string[] }) => string
      removeTitle: (values: { domain: string | readonly string[] }) => string
      removeLine: string
      removeButton: string
      found: string
    }
    rules: string
    newcomers: {
      title: string
      off: string
      on: (values: { role: string | readonly string[] }) => string
      field: string
      nobody: string
      roles: {
        MEMBER: string
        ADMIN: string
      }
      rolesInSentence: {
        MEMBER: string
        ADMIN: string
      }
    }
    required: {
      title: string
      may: string
      must: string
      mustFrom: (values: { moment: string | readonly string[] }) => string
      counts: (values: { members: number; joined: number }) => string
      require: string
      makeOptional: string
      dialog: (values: { count: number }) => string
      line: (values: { missing: number }) => string
      guests: (values: { count: number }) => string
      mail: string
      owners: string
      grace: string
      until: (values: { moment: string | readonly string[] }) => string
      done: string
      undone: string
      tryFirst: string
    }
    proof: {
      title: string
      trusted: string
      asked: string
      askedFrom: (values: { moment: string | readonly string[] }) => string
      earlier: (values: { moment: string | readonly string[] }) => string
      values: (values: { values: string | readonly string[] }) => string
      counts: (values: { joined: number; proved: number }) => string
      dialog: string
      trust: string
      trustLine: string
      ask: string
      askLine: string
      preset: string
      presetOwn: string
      valuesField: string
      valuesHint: string
      affected: (values: { count: number }) => string
      grace: string
      done: string
    }
    links: {
      title: string
      line: string
      button: string
      field: string
      look: string
      none: string
      last: (values: { moment: string | readonly string[] }) => string
      release: string
      releaseOf: (values: { name: string | readonly string[] }) => string
      done: (values: { name: string | readonly string[] }) => string
      close: string
    }
    end: {
      title: string
      line: string
      mandatory: string
      grace: string
      button: string
      ending: (values: { moment: string | readonly string[] }) => string
      keep: string
      kept: string
      done: string
    }
  }
  verification: {
    title: (values: { app: string | readonly string[] }) => string
    line: (values: { network: string | readonly string[] }) => string
    reason: string
    amount: string
    payee: string
    button: string
    notMe: string
    notMeLine: string
    provider: string
    providerLine: string
    setUpTitle: string
    setUpLine: (values: { app: string | readonly string[] }) => string
    setUp: string
    notNow: string
    until: (values: { moment: string | readonly string[] }) => string
    back: (values: { app: string | readonly string[] }) => string
    ends: {
      COMPLETED: {
        title: string
        line: string
      }
      DECLINED: {
        title: string
        line: string
      }
      EXPIRED: {
        title: string
        line: string
      }
      LOCKED: {
        title: string
        line: string
      }
      NO_SECOND_STEP: {
        title: string
        line: string
      }
    }
    missingTitle: string
    missingLine: (values: { email: string | readonly string[] }) => string
    missingButton: string
  }
}
