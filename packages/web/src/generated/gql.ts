/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Admission {\n    capabilities {\n      signUp\n      signUpDomains\n      networkCreation\n    }\n  }\n": typeof types.AdmissionDocument,
    "\n  mutation CancelAccountDeletion {\n    cancelAccountDeletion\n  }\n": typeof types.CancelAccountDeletionDocument,
    "\n  query Shell {\n    viewer {\n      id\n      name\n      email\n      sessionExpiresAt\n      isCompanySignIn\n      deletionAt\n      locale\n      twoFactor {\n        id\n        isOn\n      }\n      memberships {\n        id\n        standing\n        deadline\n        allowedMethods\n        network {\n          id\n          name\n          slug\n        }\n      }\n    }\n  }\n": typeof types.ShellDocument,
    "\n  mutation SetLocale($locale: Locale!) {\n    setLocale(locale: $locale) {\n      id\n      locale\n    }\n  }\n": typeof types.SetLocaleDocument,
    "\n  fragment TwoFactorFields on AccountTwoFactor {\n    id\n    isOn\n    preferredMethod\n    maskedPhoneNumber\n    backupCodesLeft\n    backupCodesTotal\n    backupCodesGeneratedAt\n    factors {\n      id\n      method\n      label\n      createdAt\n      lastUsedAt\n    }\n    mandatoryIn {\n      id\n      name\n    }\n  }\n": typeof types.TwoFactorFieldsFragmentDoc,
    "\n  fragment AccountFields on Viewer {\n    id\n    name\n    email\n    isCompanySignIn\n    twoFactor {\n      ...TwoFactorFields\n    }\n    sessions {\n      id\n      isCurrent\n      device\n      address\n      lastSeenAt\n    }\n    trustedDevices {\n      id\n      device\n      expiresAt\n    }\n  }\n": typeof types.AccountFieldsFragmentDoc,
    "\n  query Account {\n    viewer {\n      ...AccountFields\n    }\n  }\n": typeof types.AccountDocument,
    "\n  query AccountActivity {\n    viewer {\n      id\n      activity(first: 20) {\n        id\n        at\n        type\n        device\n        address\n      }\n    }\n  }\n": typeof types.AccountActivityDocument,
    "\n  query AppSessions {\n    viewer {\n      id\n      appSessions {\n        appId\n        appName\n        networkName\n        lastUsedAt\n      }\n    }\n  }\n": typeof types.AppSessionsDocument,
    "\n  mutation EndAppSessions($appId: ID) {\n    endAppSessions(appId: $appId)\n  }\n": typeof types.EndAppSessionsDocument,
    "\n  mutation RegenerateBackupCodes {\n    regenerateBackupCodes {\n      ...Sheet\n    }\n  }\n": typeof types.RegenerateBackupCodesDocument,
    "\n  mutation RequestDataExport {\n    requestDataExport\n  }\n": typeof types.RequestDataExportDocument,
    "\n  query NetworksToLeave {\n    viewer {\n      id\n      memberships {\n        id\n        role\n        isOnlyOwner\n        network {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.NetworksToLeaveDocument,
    "\n  mutation DeleteAccount {\n    deleteAccount {\n      ... on AccountDeletionScheduled {\n        at\n      }\n      ... on LastOwner {\n        networks {\n          id\n          name\n          slug\n        }\n      }\n    }\n  }\n": typeof types.DeleteAccountDocument,
    "\n  mutation ForgetTrustedDevice($id: ID!) {\n    forgetTrustedDevice(id: $id) {\n      ...AccountFields\n    }\n  }\n": typeof types.ForgetTrustedDeviceDocument,
    "\n  mutation ChangeEmail($input: ChangeEmailInput!) {\n    changeEmail(input: $input) {\n      ... on EmailChangeCodeSent {\n        email\n      }\n      ...InvalidFields\n      ...TooManyTries\n    }\n  }\n": typeof types.ChangeEmailDocument,
    "\n  mutation ConfirmEmailChange($code: String!) {\n    confirmEmailChange(code: $code) {\n      ... on EmailChanged {\n        viewer {\n          id\n          email\n        }\n      }\n      ...WrongCode\n      ...TooManyTries\n    }\n  }\n": typeof types.ConfirmEmailChangeDocument,
    "\n  mutation ExportData($token: String!) {\n    exportData(token: $token) {\n      ... on DataExport {\n        json\n      }\n    }\n  }\n": typeof types.ExportDataDocument,
    "\n  mutation SetPreferredMethod($method: FactorMethod!) {\n    setPreferredMethod(method: $method) {\n      ... on PreferredMethodSet {\n        viewer {\n          id\n          twoFactor {\n            ...TwoFactorFields\n          }\n        }\n      }\n    }\n  }\n": typeof types.SetPreferredMethodDocument,
    "\n  mutation RemoveFactor($id: ID!) {\n    removeFactor(id: $id) {\n      ... on FactorRemoved {\n        viewer {\n          id\n          twoFactor {\n            ...TwoFactorFields\n          }\n        }\n      }\n      ... on TwoFactorMandatory {\n        networks {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.RemoveFactorDocument,
    "\n  mutation ChangeName($input: ChangeNameInput!) {\n    changeName(input: $input) {\n      ... on NameChanged {\n        viewer {\n          id\n          name\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": typeof types.ChangeNameDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      ...InvalidFields\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation RenamePasskey($id: ID!, $label: String!) {\n    renamePasskey(id: $id, label: $label) {\n      id\n      twoFactor {\n        ...TwoFactorFields\n      }\n    }\n  }\n": typeof types.RenamePasskeyDocument,
    "\n  mutation EndSession($id: ID!) {\n    endSession(id: $id) {\n      ...AccountFields\n    }\n  }\n": typeof types.EndSessionDocument,
    "\n  mutation EndOtherSessions {\n    endOtherSessions {\n      ...AccountFields\n    }\n  }\n": typeof types.EndOtherSessionsDocument,
    "\n  mutation TurnOffTwoFactor {\n    turnOffTwoFactor {\n      ... on FactorRemoved {\n        viewer {\n          id\n          twoFactor {\n            ...TwoFactorFields\n          }\n        }\n      }\n      ... on TwoFactorMandatory {\n        networks {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.TurnOffTwoFactorDocument,
    "\n  mutation CreateApp($input: CreateAppInput!) {\n    createApp(input: $input) {\n      ... on AppCreated {\n        clientSecret\n        app {\n          ...AppFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": typeof types.CreateAppDocument,
    "\n  mutation UpdateApp($input: UpdateAppInput!) {\n    updateApp(input: $input) {\n      ... on AppUpdated {\n        app {\n          ...AppFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": typeof types.UpdateAppDocument,
    "\n  mutation EndMemberAppSessions($appId: ID!, $memberId: ID!) {\n    endMemberAppSessions(appId: $appId, memberId: $memberId)\n  }\n": typeof types.EndMemberAppSessionsDocument,
    "\n  fragment AppFields on App {\n    id\n    name\n    url\n    logo\n    roles\n    requires\n    clientId\n    redirectUris\n    postLogoutRedirectUris\n    backChannelLogoutUri\n    hosts\n    pathRules {\n      prefix\n      roles\n      requires\n      isPublic\n      withinMinutes\n    }\n    tokenEndpointAuthMethod\n    idTokenSignedResponseAlg\n    jwks\n    liveSecrets\n    lastUsedAt\n  }\n": typeof types.AppFieldsFragmentDoc,
    "\n  query Apps($slug: String!) {\n    network(slug: $slug) {\n      id\n      apps {\n        ...AppFields\n      }\n    }\n  }\n": typeof types.AppsDocument,
    "\n  query AppPeople($slug: String!, $id: ID!, $after: String) {\n    network(slug: $slug) {\n      id\n      app(id: $id) {\n        id\n        name\n        people(after: $after) {\n          nodes {\n            memberId\n            name\n            email\n            role\n            firstUsedAt\n            lastUsedAt\n            isSignedIn\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": typeof types.AppPeopleDocument,
    "\n  query AppEntry($id: ID!) {\n    appEntry(id: $id) {\n      ... on AppEntryOpen {\n        app {\n          name\n          logo\n          host\n        }\n        network {\n          id\n          name\n        }\n        isFirstVisit\n      }\n      ... on AppEntryRefused {\n        app {\n          name\n          host\n        }\n        networkName\n        email\n        reason\n      }\n    }\n  }\n": typeof types.AppEntryDocument,
    "\n  mutation DeleteApp($id: ID!) {\n    deleteApp(id: $id)\n  }\n": typeof types.DeleteAppDocument,
    "\n  mutation RotateAppSecret($id: ID!) {\n    rotateAppSecret(id: $id) {\n      ... on AppCreated {\n        clientSecret\n      }\n    }\n  }\n": typeof types.RotateAppSecretDocument,
    "\n  query WhoConfirms {\n    viewer {\n      id\n      email\n      twoFactor {\n        id\n        preferredMethod\n        maskedPhoneNumber\n        backupCodesLeft\n        factors {\n          id\n          method\n        }\n      }\n    }\n  }\n": typeof types.WhoConfirmsDocument,
    "\n  mutation SendReauthenticationCode {\n    sendReauthenticationCode {\n      ...SendCodeFields\n    }\n  }\n": typeof types.SendReauthenticationCodeDocument,
    "\n  mutation BeginPasskeyReauthentication {\n    beginPasskeyReauthentication {\n      ...PasskeyChallengeFields\n    }\n  }\n": typeof types.BeginPasskeyReauthenticationDocument,
    "\n  mutation Reauthenticate($input: ReauthenticateInput!) {\n    reauthenticate(input: $input) {\n      ...WrongCode\n      ...TooManyTries\n    }\n  }\n": typeof types.ReauthenticateDocument,
    "\n  query SignUpProgress {\n    signUpProgress {\n      email\n      expiresAt\n      resendAvailableAt\n      codeDelivery\n    }\n  }\n": typeof types.SignUpProgressDocument,
    "\n  mutation ConfirmEmail($input: ConfirmEmailInput!) {\n    confirmEmail(input: $input) {\n      ... on SignedIn {\n        viewer {\n          id\n          twoFactor {\n            id\n            backupCodesLeft\n          }\n        }\n      }\n      ...WrongCode\n      ...TooManyTries\n    }\n  }\n": typeof types.ConfirmEmailDocument,
    "\n  mutation ResendConfirmationCode {\n    resendConfirmationCode {\n      ...SendCodeFields\n    }\n  }\n": typeof types.ResendConfirmationCodeDocument,
    "\n  mutation RequestPasswordReset($email: String!) {\n    requestPasswordReset(email: $email) {\n      ... on PasswordResetSent {\n        email\n      }\n      ...InvalidFields\n      ...TooManyTries\n    }\n  }\n": typeof types.RequestPasswordResetDocument,
    "\n  query AmISignedIn {\n    viewer {\n      id\n    }\n    capabilities {\n      demo\n      devInbox\n      signUp\n      networkCreation\n    }\n  }\n": typeof types.AmISignedInDocument,
    "\n  mutation CancelReEnrolment($token: String!) {\n    cancelReEnrolment(token: $token) {\n      ... on ReEnrolmentCancelled {\n        network {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.CancelReEnrolmentDocument,
    "\n  mutation UndoEmailChange($token: String!) {\n    undoEmailChange(token: $token) {\n      ... on EmailChangeUndone {\n        email\n      }\n    }\n  }\n": typeof types.UndoEmailChangeDocument,
    "\n  mutation PreviewPasswordReset($token: String!) {\n    passwordResetPreview(token: $token) {\n      ... on PasswordResetPreview {\n        email\n      }\n    }\n  }\n": typeof types.PreviewPasswordResetDocument,
    "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      ...InvalidFields\n    }\n  }\n": typeof types.ResetPasswordDocument,
    "\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      ...InvalidFields\n      ...TooManyTries\n    }\n  }\n": typeof types.SignUpDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      ... on ApiKeyCreated {\n        token\n      }\n      ...InvalidFields\n    }\n  }\n": typeof types.CreateApiKeyDocument,
    "\n  fragment WebhookDeliveryFields on WebhookDelivery {\n    id\n    type\n    state\n    createdAt\n    nextTryAt\n    answers {\n      at\n      status\n      durationMs\n      problem\n      problemCode\n    }\n  }\n": typeof types.WebhookDeliveryFieldsFragmentDoc,
    "\n  query WebhookDeliveries($slug: String!, $after: String) {\n    network(slug: $slug) {\n      id\n      webhooks {\n        id\n        deliveries(first: 20, after: $after) {\n          edges {\n            cursor\n            node {\n              ...WebhookDeliveryFields\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": typeof types.WebhookDeliveriesDocument,
    "\n  mutation Redeliver($deliveryId: ID!) {\n    redeliver(deliveryId: $deliveryId) {\n      ...WebhookDeliveryFields\n    }\n  }\n": typeof types.RedeliverDocument,
    "\n  fragment ApiKeyFields on ApiKey {\n    id\n    name\n    prefix\n    scopes\n    returnAddresses\n    state\n    createdBy\n    expiresAt\n    lastUsedAt\n  }\n": typeof types.ApiKeyFieldsFragmentDoc,
    "\n  fragment WebhookFields on Webhook {\n    id\n    url\n    eventTypes\n    pausedAt\n    pausedBecause\n    pausedBecauseCode\n    previousSecretUntil\n  }\n": typeof types.WebhookFieldsFragmentDoc,
    "\n  query Integrations($slug: String!) {\n    network(slug: $slug) {\n      id\n      slug\n      apiKeys {\n        ...ApiKeyFields\n      }\n      webhooks {\n        ...WebhookFields\n      }\n    }\n  }\n": typeof types.IntegrationsDocument,
    "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      ...ApiKeyFields\n    }\n  }\n": typeof types.RevokeApiKeyDocument,
    "\n  mutation SetReturnAddresses($input: SetReturnAddressesInput!) {\n    setReturnAddresses(input: $input) {\n      ... on ReturnAddressesSet {\n        apiKey {\n          ...ApiKeyFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": typeof types.SetReturnAddressesDocument,
    "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      ... on WebhookCreated {\n        secret\n      }\n      ...InvalidFields\n    }\n  }\n": typeof types.CreateWebhookDocument,
    "\n  mutation ChangeWebhook($input: ChangeWebhookInput!) {\n    changeWebhook(input: $input) {\n      ... on WebhookChanged {\n        webhook {\n          ...WebhookFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": typeof types.ChangeWebhookDocument,
    "\n  mutation DeleteWebhook($webhookId: ID!) {\n    deleteWebhook(webhookId: $webhookId)\n  }\n": typeof types.DeleteWebhookDocument,
    "\n  mutation RotateWebhookSecret($webhookId: ID!) {\n    rotateWebhookSecret(webhookId: $webhookId) {\n      secret\n      webhook {\n        ...WebhookFields\n      }\n    }\n  }\n": typeof types.RotateWebhookSecretDocument,
    "\n  mutation SendTestEvent($webhookId: ID!) {\n    sendTestEvent(webhookId: $webhookId) {\n      id\n    }\n  }\n": typeof types.SendTestEventDocument,
    "\n  mutation ResumeWebhook($webhookId: ID!) {\n    resumeWebhook(webhookId: $webhookId) {\n      ...WebhookFields\n    }\n  }\n": typeof types.ResumeWebhookDocument,
    "\n  mutation CreateNetwork($input: CreateNetworkInput!) {\n    createNetwork(input: $input) {\n      ... on NetworkCreated {\n        network {\n          id\n          slug\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": typeof types.CreateNetworkDocument,
    "\n  query FirstSteps($slug: String!) {\n    viewer {\n      id\n      isCompanySignIn\n      twoFactor {\n        id\n        isOn\n      }\n    }\n    network(slug: $slug) {\n      id\n      peopleCount\n      invitations(first: 1) {\n        nodes {\n          id\n        }\n      }\n      security {\n        id\n        mandatory {\n          deadline\n        }\n      }\n    }\n  }\n": typeof types.FirstStepsDocument,
    "\n  query NetworkHome($slug: String!) {\n    viewer {\n      id\n      isCompanySignIn\n      twoFactor {\n        id\n        isOn\n      }\n    }\n    network(slug: $slug) {\n      id\n      peopleCount\n      people(first: 8) {\n        nodes {\n          id\n          name\n          role\n          isViewer\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n  }\n": typeof types.NetworkHomeDocument,
    "\n  mutation PreviewInvitation($token: String!) {\n    invitationPreview(token: $token) {\n      ... on InvitationPreview {\n        networkName\n        locale\n        inviterName\n        role\n        sentTo\n        isTwoFactorRequired\n        isForViewer\n        expiresAt\n      }\n      ... on JoinLinkPreview {\n        networkName\n        locale\n        role\n        domains\n        isTwoFactorRequired\n        isForViewer\n      }\n    }\n  }\n": typeof types.PreviewInvitationDocument,
    "\n  query WhoAmI {\n    viewer {\n      id\n      email\n    }\n  }\n": typeof types.WhoAmIDocument,
    "\n  mutation AcceptInvitation($token: String!) {\n    acceptInvitation(token: $token) {\n      ... on InvitationAccepted {\n        membership {\n          ...MyNetworkFields\n        }\n      }\n    }\n  }\n": typeof types.AcceptInvitationDocument,
    "\n  mutation SwitchAccount {\n    signOut\n  }\n": typeof types.SwitchAccountDocument,
    "\n  mutation LeaveNetwork($networkId: ID!) {\n    leaveNetwork(networkId: $networkId) {\n      ... on NetworkLeft {\n        viewer {\n          id\n          memberships {\n            ...MyNetworkFields\n          }\n        }\n      }\n    }\n  }\n": typeof types.LeaveNetworkDocument,
    "\n  fragment MyNetworkFields on Membership {\n    id\n    role\n    standing\n    deadline\n    allowedMethods\n    helpContact\n    network {\n      id\n      name\n      slug\n      plan\n    }\n  }\n": typeof types.MyNetworkFieldsFragmentDoc,
    "\n  query MyNetworks {\n    viewer {\n      id\n      isCompanySignIn\n      memberships {\n        ...MyNetworkFields\n      }\n    }\n  }\n": typeof types.MyNetworksDocument,
    "\n  fragment NetworkFields on Network {\n    id\n    slug\n    name\n    plan\n    deletionAt\n    membership {\n      id\n      role\n      standing\n      deadline\n    }\n  }\n": typeof types.NetworkFieldsFragmentDoc,
    "\n  query Network($slug: String!) {\n    network(slug: $slug) {\n      ...NetworkFields\n    }\n  }\n": typeof types.NetworkDocument,
    "\n  mutation ResendInvitation($input: InvitationInput!) {\n    resendInvitation(input: $input) {\n      ... on InvitationSent {\n        email\n      }\n      ...TooManyTries\n    }\n  }\n": typeof types.ResendInvitationDocument,
    "\n  mutation InviteMembers($input: InviteMembersInput!) {\n    inviteMembers(input: $input) {\n      ... on MembersInvited {\n        outcomes {\n          email\n          outcome\n          retryAt\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": typeof types.InviteMembersDocument,
    "\n  mutation CreateJoinLink($networkId: ID!) {\n    createJoinLink(networkId: $networkId) {\n      ... on JoinLinkCreated {\n        url\n      }\n    }\n  }\n": typeof types.CreateJoinLinkDocument,
    "\n  mutation DeleteJoinLink($networkId: ID!) {\n    deleteJoinLink(networkId: $networkId)\n  }\n": typeof types.DeleteJoinLinkDocument,
    "\n  fragment TeammateFields on Teammate {\n    id\n    name\n    email\n    role\n    joinedAt\n    isViewer\n  }\n": typeof types.TeammateFieldsFragmentDoc,
    "\n  fragment InvitationFields on Invitation {\n    id\n    email\n    role\n    inviterName\n    sentAt\n    expiresAt\n  }\n": typeof types.InvitationFieldsFragmentDoc,
    "\n  query NetworkPeople($slug: String!, $search: String, $after: String) {\n    network(slug: $slug) {\n      id\n      people(search: $search, after: $after) {\n        nodes {\n          ...TeammateFields\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.NetworkPeopleDocument,
    "\n  query NetworkInvitations($slug: String!, $after: String) {\n    network(slug: $slug) {\n      id\n      invitations(after: $after) {\n        nodes {\n          ...InvitationFields\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.NetworkInvitationsDocument,
    "\n  mutation RevokeInvitation($input: InvitationInput!) {\n    revokeInvitation(input: $input) {\n      __typename\n    }\n  }\n": typeof types.RevokeInvitationDocument,
    "\n  mutation InviteAgain($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      __typename\n    }\n  }\n": typeof types.InviteAgainDocument,
    "\n  query UnprotectedMembers($slug: String!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        mandatory {\n          deadline\n        }\n        coverage {\n          without\n        }\n      }\n    }\n  }\n": typeof types.UnprotectedMembersDocument,
    "\n  query SlugAvailability($slug: String!) {\n    slugAvailability(slug: $slug) {\n      slug\n      isAvailable\n    }\n  }\n": typeof types.SlugAvailabilityDocument,
    "\n  query YourApps {\n    viewer {\n      id\n      apps {\n        id\n        name\n        logo\n        url\n        networkId\n      }\n    }\n  }\n": typeof types.YourAppsDocument,
    "\n  mutation ActivateMandatoryTwoFactor($input: ActivateMandatoryTwoFactorInput!) {\n    activateMandatoryTwoFactor(input: $input) {\n      ... on MandateActivated {\n        notified\n        security {\n          ...SecurityFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": typeof types.ActivateMandatoryTwoFactorDocument,
    "\n  mutation GrantReEnrolment($input: GrantReEnrolmentInput!) {\n    grantReEnrolment(input: $input) {\n      ... on ReEnrolmentGranted {\n        usableFrom\n        expiresAt\n        othersHaveToAgree\n      }\n      ...TooManyTries\n    }\n  }\n": typeof types.GrantReEnrolmentDocument,
    "\n  mutation SendMandateMailToMe($networkId: ID!, $graceHours: Int!, $deadline: DateTime, $timeZone: String) {\n    sendMandateMailToMe(networkId: $networkId, graceHours: $graceHours, deadline: $deadline, timeZone: $timeZone)\n  }\n": typeof types.SendMandateMailToMeDocument,
    "\n  mutation DeactivateMandatoryTwoFactor($networkId: ID!) {\n    deactivateMandatoryTwoFactor(networkId: $networkId) {\n      ... on MandateDeactivated {\n        security {\n          ...SecurityFields\n        }\n      }\n    }\n  }\n": typeof types.DeactivateMandatoryTwoFactorDocument,
    "\n  query AllowedMethodsPreview($slug: String!, $methods: [FactorMethod!]!, $graceHours: Int!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        previewAllowedMethods(methods: $methods, graceHours: $graceHours) {\n          affected\n          deadline\n          isNoticeNeeded\n          isOwnMethodMissing\n        }\n      }\n    }\n  }\n": typeof types.AllowedMethodsPreviewDocument,
    "\n  mutation ChangeAllowedMethods($input: ChangeAllowedMethodsInput!) {\n    changeAllowedMethods(input: $input) {\n      ... on AllowedMethodsChanged {\n        security {\n          ...SecurityFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": typeof types.ChangeAllowedMethodsDocument,
    "\n  mutation GiveMoreTime($input: GiveMoreTimeInput!) {\n    giveMoreTime(input: $input) {\n      ... on MoreTimeGiven {\n        members\n        security {\n          ...SecurityFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": typeof types.GiveMoreTimeDocument,
    "\n  mutation DeleteNetwork($input: DeleteNetworkInput!) {\n    deleteNetwork(input: $input) {\n      ... on NetworkDeletionScheduled {\n        at\n      }\n      ...InvalidFields\n    }\n  }\n": typeof types.DeleteNetworkDocument,
    "\n  mutation CancelNetworkDeletion($networkId: ID!) {\n    cancelNetworkDeletion(networkId: $networkId)\n  }\n": typeof types.CancelNetworkDeletionDocument,
    "\n  query TrustedDevicesPreview($slug: String!, $days: Int!, $graceHours: Int!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        preview: previewTrustedDeviceDays(days: $days, graceHours: $graceHours) {\n          ...Notice\n        }\n      }\n    }\n  }\n": typeof types.TrustedDevicesPreviewDocument,
    "\n  mutation SetTrustedDeviceDays($networkId: ID!, $days: Int!, $graceHours: Int!, $timeZone: String) {\n    setTrustedDeviceDays(networkId: $networkId, days: $days, graceHours: $graceHours, timeZone: $timeZone) {\n      ...ChangedSetting\n      ...InvalidFields\n    }\n  }\n": typeof types.SetTrustedDeviceDaysDocument,
    "\n  query PasskeySignInPreview($slug: String!, $isAllowed: Boolean!, $graceHours: Int!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        preview: previewPasskeySignIn(isAllowed: $isAllowed, graceHours: $graceHours) {\n          ...Notice\n        }\n      }\n    }\n  }\n": typeof types.PasskeySignInPreviewDocument,
    "\n  mutation SetPasskeySignIn($networkId: ID!, $isAllowed: Boolean!, $graceHours: Int!, $timeZone: String) {\n    setPasskeySignIn(networkId: $networkId, isAllowed: $isAllowed, graceHours: $graceHours, timeZone: $timeZone) {\n      ...ChangedSetting\n      ...InvalidFields\n    }\n  }\n": typeof types.SetPasskeySignInDocument,
    "\n  query SessionLimitPreview($slug: String!, $hours: Int, $idleHours: Int, $graceHours: Int!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        preview: previewSessionLimit(hours: $hours, idleHours: $idleHours, graceHours: $graceHours) {\n          ...Notice\n        }\n      }\n    }\n  }\n": typeof types.SessionLimitPreviewDocument,
    "\n  mutation SetSessionLimit($networkId: ID!, $hours: Int, $idleHours: Int, $graceHours: Int!, $timeZone: String) {\n    setSessionLimit(\n      networkId: $networkId\n      hours: $hours\n      idleHours: $idleHours\n      graceHours: $graceHours\n      timeZone: $timeZone\n    ) {\n      ...ChangedSetting\n      ...InvalidFields\n    }\n  }\n": typeof types.SetSessionLimitDocument,
    "\n  mutation SetHelpContact($networkId: ID!, $helpContact: String) {\n    setHelpContact(networkId: $networkId, helpContact: $helpContact) {\n      ...ChangedSetting\n      ...InvalidFields\n    }\n  }\n": typeof types.SetHelpContactDocument,
    "\n  mutation SetNetworkLocale($networkId: ID!, $locale: Locale) {\n    setNetworkLocale(networkId: $networkId, locale: $locale) {\n      ...ChangedSetting\n    }\n  }\n": typeof types.SetNetworkLocaleDocument,
    "\n  mutation SetLogRetention($networkId: ID!, $days: Int) {\n    setLogRetention(networkId: $networkId, days: $days) {\n      ...ChangedSetting\n    }\n  }\n": typeof types.SetLogRetentionDocument,
    "\n  fragment SecurityFields on NetworkSecurity {\n    id\n    mandatory {\n      activatedAt\n      activatedBy\n      deadline\n      remindableFrom\n    }\n    coverage {\n      total\n      withTwoFactor\n      authenticatorApp\n      sms\n      passkey\n      sso\n      without\n    }\n    allowedMethods\n    earlierMethods {\n      methods\n      until\n    }\n    helpContact\n    locale\n    trustedDeviceDays\n    allowsPasskeySignIn\n    earlierPasskeySignIn {\n      until\n    }\n    sessionHours\n    sessionIdleHours\n    logDays\n  }\n": typeof types.SecurityFieldsFragmentDoc,
    "\n  fragment ChangedSetting on SecuritySettingChanged {\n    security {\n      ...SecurityFields\n    }\n  }\n": typeof types.ChangedSettingFragmentDoc,
    "\n  fragment ListedMember on Member {\n    id\n    name\n    email\n    role\n    standing\n    part\n    deadline\n    methods\n    externalId\n    lastSignInAt\n    lastMailAt\n    remindableFrom\n    extendedUntil\n    extensionReason\n    deletionAt\n    ssoProof\n  }\n": typeof types.ListedMemberFragmentDoc,
    "\n  query NetworkSecurity($slug: String!) {\n    network(slug: $slug) {\n      id\n      security {\n        ...SecurityFields\n        coverageHistory {\n          at\n          total\n          without\n        }\n      }\n    }\n  }\n": typeof types.NetworkSecurityDocument,
    "\n  query MandatePreview($slug: String!, $graceHours: Int!, $deadline: DateTime) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        preview(graceHours: $graceHours, deadline: $deadline) {\n          mailed\n          withoutTwoFactor\n          guestsWithout\n          companySignIn\n          pendingInvitations\n          deadline\n          isOwnTwoFactorMissing\n        }\n      }\n    }\n  }\n": typeof types.MandatePreviewDocument,
    "\n  query NetworkMembers(\n    $slug: String!\n    $after: String\n    $search: String\n    $part: CoveragePart\n    $standing: TwoFactorStanding\n    $role: Role\n    $method: FactorMethod\n    $signedInFrom: DateTime\n    $signedInBefore: DateTime\n    $hasSignedIn: Boolean\n    $order: MemberOrder!\n  ) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        members(\n          first: 50\n          after: $after\n          search: $search\n          part: $part\n          standing: $standing\n          role: $role\n          method: $method\n          signedInFrom: $signedInFrom\n          signedInBefore: $signedInBefore\n          hasSignedIn: $hasSignedIn\n          order: $order\n        ) {\n          totalCount\n          edges {\n            cursor\n            node {\n              ...ListedMember\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": typeof types.NetworkMembersDocument,
    "\n  query AuditLog(\n    $slug: String!\n    $after: String\n    $types: [String!]\n    $person: String\n    $memberId: ID\n    $from: DateTime\n  ) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        auditLog(after: $after, types: $types, person: $person, memberId: $memberId, from: $from) {\n          edges {\n            cursor\n            node {\n              id\n              at\n              type\n              actor\n              actorKind\n              whom\n              words\n              details {\n                name\n                value\n              }\n              address\n              device\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": typeof types.AuditLogDocument,
    "\n  query NetworkMember($slug: String!, $id: ID!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        member(id: $id) {\n          joinedAt\n          ssoAt\n          ...ListedMember\n        }\n        memberMails(memberId: $id) {\n          id\n          kind\n          at\n          delivery\n        }\n        memberSignIns(memberId: $id) {\n          id\n          at\n          methods\n        }\n      }\n    }\n  }\n": typeof types.NetworkMemberDocument,
    "\n  fragment Notice on SettingPreview {\n    isNoticeNeeded\n    mailed\n    deadline\n  }\n": typeof types.NoticeFragmentDoc,
    "\n  mutation RemindMembers($networkId: ID!, $memberIds: [ID!], $filter: MemberFilterInput) {\n    remindMembers(networkId: $networkId, memberIds: $memberIds, filter: $filter) {\n      ... on MembersReminded {\n        reminded\n      }\n      ...InvalidFields\n    }\n  }\n": typeof types.RemindMembersDocument,
    "\n  mutation BeginPasskeySignIn {\n    beginPasskeySignIn {\n      ...PasskeyChallengeFields\n    }\n  }\n": typeof types.BeginPasskeySignInDocument,
    "\n  mutation SignInWithPasskey($response: String!) {\n    signInWithPasskey(response: $response) {\n      ...SignInStepFields\n    }\n  }\n": typeof types.SignInWithPasskeyDocument,
    "\n  mutation UseReEnrolment($signInId: ID) {\n    useReEnrolment(signInId: $signInId) {\n      ...SignInStepFields\n    }\n  }\n": typeof types.UseReEnrolmentDocument,
    "\n  mutation VerifySecondStep($input: VerifySecondStepInput!) {\n    verifySecondStep(input: $input) {\n      ...SignInStepFields\n    }\n  }\n": typeof types.VerifySecondStepDocument,
    "\n  mutation SendSignInCode($signInId: ID) {\n    sendSignInCode(signInId: $signInId) {\n      ...SendCodeFields\n    }\n  }\n": typeof types.SendSignInCodeDocument,
    "\n  mutation BeginPasskeySecondStep($signInId: ID) {\n    beginPasskeySecondStep(signInId: $signInId) {\n      ...PasskeyChallengeFields\n    }\n  }\n": typeof types.BeginPasskeySecondStepDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ...SignInStepFields\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation CancelSignIn($signInId: ID) {\n    cancelSignIn(signInId: $signInId)\n  }\n": typeof types.CancelSignInDocument,
    "\n  fragment NetworkSsoFields on NetworkSso {\n    id\n    callbackUrl\n    backChannelLogoutUrl\n    afterSignOutUrl\n    connection {\n      issuer\n      clientId\n      hasSecret\n      workedAt\n      trouble {\n        reason\n        at\n      }\n      requiredFrom\n      proofRequiredFrom\n      proofValues\n      earlierProofUntil\n      justInTimeRole\n      endsAt\n    }\n    domains {\n      name\n      isProved\n      missingSince\n      recordName\n      recordValue\n    }\n    counts {\n      members\n      guests\n      joined\n      proved\n    }\n    trial {\n      at\n      result\n      trouble\n      proof\n      detail\n      claims {\n        name\n        value\n      }\n    }\n  }\n": typeof types.NetworkSsoFieldsFragmentDoc,
    "\n  fragment ChangedSso on SsoChanged {\n    sso {\n      ...NetworkSsoFields\n    }\n  }\n": typeof types.ChangedSsoFragmentDoc,
    "\n  query NetworkSso($slug: String!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        mandatory {\n          activatedAt\n        }\n      }\n      sso {\n        ...NetworkSsoFields\n      }\n    }\n  }\n": typeof types.NetworkSsoDocument,
    "\n  mutation SaveSsoConnection($input: SaveSsoConnectionInput!) {\n    saveSsoConnection(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n      ... on SsoProviderProblem {\n        reason\n        detail\n      }\n    }\n  }\n": typeof types.SaveSsoConnectionDocument,
    "\n  mutation EndSsoConnection($input: EndSsoConnectionInput!) {\n    endSsoConnection(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": typeof types.EndSsoConnectionDocument,
    "\n  mutation KeepSsoConnection($networkId: ID!) {\n    keepSsoConnection(networkId: $networkId) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": typeof types.KeepSsoConnectionDocument,
    "\n  mutation SetJustInTimeRole($networkId: ID!, $role: Role) {\n    setJustInTimeRole(networkId: $networkId, role: $role) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": typeof types.SetJustInTimeRoleDocument,
    "\n  mutation RequireSso($input: RequireSsoInput!) {\n    requireSso(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": typeof types.RequireSsoDocument,
    "\n  mutation MakeSsoOptional($networkId: ID!) {\n    makeSsoOptional(networkId: $networkId) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": typeof types.MakeSsoOptionalDocument,
    "\n  mutation SetSsoProof($input: SetSsoProofInput!) {\n    setSsoProof(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": typeof types.SetSsoProofDocument,
    "\n  mutation ClaimSsoDomain($input: SsoDomainInput!) {\n    claimSsoDomain(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": typeof types.ClaimSsoDomainDocument,
    "\n  mutation ProveSsoDomain($input: SsoDomainInput!) {\n    proveSsoDomain(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": typeof types.ProveSsoDomainDocument,
    "\n  mutation ReleaseSsoDomain($input: SsoDomainInput!) {\n    releaseSsoDomain(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": typeof types.ReleaseSsoDomainDocument,
    "\n  query LinkedPeople($slug: String!, $search: String!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        members(first: 10, search: $search, order: NAME) {\n          edges {\n            node {\n              id\n              name\n              email\n              ssoAt\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.LinkedPeopleDocument,
    "\n  mutation ReleaseSsoIdentity($networkId: ID!, $memberId: ID!) {\n    releaseSsoIdentity(networkId: $networkId, memberId: $memberId) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": typeof types.ReleaseSsoIdentityDocument,
    "\n  query CompanySignIn($of: String!) {\n    companySignIn(of: $of) {\n      ... on CompanySignIns {\n        networks {\n          slug\n          name\n          startUrl\n          helpContact\n        }\n      }\n      ...TooManyTries\n    }\n  }\n": typeof types.CompanySignInDocument,
    "\n  query CompanySignInToJoin {\n    companySignInToJoin {\n      providerEmail\n      accountEmail\n      network {\n        slug\n        name\n        startUrl\n      }\n    }\n  }\n": typeof types.CompanySignInToJoinDocument,
    "\n  mutation JoinCompanySignIn {\n    joinCompanySignIn {\n      ... on SignedIn {\n        viewer {\n          id\n        }\n      }\n      ... on CompanySignInRefused {\n        reason\n      }\n    }\n  }\n": typeof types.JoinCompanySignInDocument,
    "\n  query MyRoles {\n    viewer {\n      id\n      memberships {\n        id\n        role\n        network {\n          id\n          slug\n        }\n      }\n    }\n  }\n": typeof types.MyRolesDocument,
    "\n  mutation EnterWithoutSso($networkId: ID!) {\n    enterWithoutSso(networkId: $networkId) {\n      __typename\n    }\n  }\n": typeof types.EnterWithoutSsoDocument,
    "\n  mutation ConfirmAuthenticatorSetup($input: ConfirmSetupInput!) {\n    confirmAuthenticatorSetup(input: $input) {\n      ...ConfirmSetupFields\n    }\n  }\n": typeof types.ConfirmAuthenticatorSetupDocument,
    "\n  mutation BeginSmsSetup($input: BeginSmsSetupInput!) {\n    beginSmsSetup(input: $input) {\n      ... on SmsSetup {\n        setupId\n      }\n      ... on UnsupportedDestination {\n        reason\n        country\n        example\n      }\n      ... on InvalidPhoneNumber {\n        example\n      }\n      ... on SendCodeTooSoon {\n        retryAt\n      }\n      ...TooManyTries\n    }\n  }\n": typeof types.BeginSmsSetupDocument,
    "\n  mutation ConfirmPasskeySetup($input: ConfirmPasskeySetupInput!) {\n    confirmPasskeySetup(input: $input) {\n      ...ConfirmSetupFields\n    }\n  }\n": typeof types.ConfirmPasskeySetupDocument,
    "\n  mutation BeginPasskeySetup {\n    beginPasskeySetup {\n      ... on PasskeySetup {\n        setupId\n        optionsJson\n        suggestedLabel\n      }\n      ...TooManyTries\n    }\n  }\n": typeof types.BeginPasskeySetupDocument,
    "\n  mutation ContinueToOtherNetworks($signInId: ID) {\n    continueToOtherNetworks(signInId: $signInId) {\n      ...SignInStepFields\n    }\n  }\n": typeof types.ContinueToOtherNetworksDocument,
    "\n  mutation LeaveTheDoor($signInId: ID) {\n    cancelSignIn(signInId: $signInId)\n  }\n": typeof types.LeaveTheDoorDocument,
    "\n  mutation ConfirmSmsSetup($input: ConfirmSetupInput!) {\n    confirmSmsSetup(input: $input) {\n      ...ConfirmSetupFields\n    }\n  }\n": typeof types.ConfirmSmsSetupDocument,
    "\n  mutation ResendSmsSetupCode($setupId: ID!) {\n    resendSmsSetupCode(setupId: $setupId) {\n      ...SendCodeFields\n    }\n  }\n": typeof types.ResendSmsSetupCodeDocument,
    "\n  mutation BeginAuthenticatorSetup {\n    beginAuthenticatorSetup {\n      ... on AuthenticatorSetup {\n        setupId\n        secret\n        otpauthUri\n        expiresAt\n      }\n      ...TooManyTries\n    }\n  }\n": typeof types.BeginAuthenticatorSetupDocument,
    "\n  fragment ConfirmSetupFields on ConfirmSetupResult {\n    ... on TwoFactorSetUp {\n      viewer {\n        id\n        email\n        twoFactor {\n          id\n          isOn\n          preferredMethod\n          backupCodesLeft\n          maskedPhoneNumber\n          factors {\n            id\n            method\n            label\n            createdAt\n            lastUsedAt\n          }\n        }\n      }\n      backupCodes {\n        ...Sheet\n      }\n    }\n    ...WrongCode\n    ...TooManyTries\n  }\n": typeof types.ConfirmSetupFieldsFragmentDoc,
    "\n  query SetUpProgress {\n    capabilities {\n      smsCountries\n    }\n    setUpProgress {\n      isSmsAvailable\n      isPasskeyAvailable\n      allowedMethods\n      mailboxProofRequired\n      mailboxCodeDelivery\n      mailboxResendAvailableAt\n      barredBy {\n        id\n        name\n      }\n      authenticator {\n        setupId\n        secret\n        otpauthUri\n        expiresAt\n      }\n      sms {\n        setupId\n        phoneNumber\n        expiresAt\n        resendAvailableAt\n        codeDelivery\n      }\n    }\n    viewer {\n      id\n      email\n      twoFactor {\n        id\n        isOn\n        preferredMethod\n        factors {\n          id\n          method\n        }\n      }\n    }\n  }\n": typeof types.SetUpProgressDocument,
    "\n  fragment VerificationRequestFields on VerificationRequest {\n    id\n    status\n    app\n    networkName\n    reason\n    amount\n    payee\n    expiresAt\n    methods\n    maskedPhoneNumber\n    providerUrl\n    returnTo\n  }\n": typeof types.VerificationRequestFieldsFragmentDoc,
    "\n  query VerificationRequest($id: ID!) {\n    viewer {\n      id\n      email\n    }\n    verificationRequest(id: $id) {\n      ...VerificationRequestFields\n    }\n  }\n": typeof types.VerificationRequestDocument,
    "\n  mutation AnswerVerification($input: AnswerVerificationInput!) {\n    answerVerification(input: $input) {\n      ... on VerificationEnded {\n        status\n        returnTo\n      }\n      ...WrongCode\n    }\n  }\n": typeof types.AnswerVerificationDocument,
    "\n  mutation AnswerVerificationByProvider($id: ID!) {\n    answerVerificationByProvider(id: $id) {\n      ... on VerificationEnded {\n        status\n        returnTo\n      }\n    }\n  }\n": typeof types.AnswerVerificationByProviderDocument,
    "\n  mutation DeclineVerification($id: ID!) {\n    declineVerification(id: $id) {\n      status\n      returnTo\n    }\n  }\n": typeof types.DeclineVerificationDocument,
    "\n  mutation LeaveVerification($id: ID!) {\n    leaveVerification(id: $id) {\n      status\n      returnTo\n    }\n  }\n": typeof types.LeaveVerificationDocument,
    "\n  mutation BeginPasskeyVerification($id: ID!) {\n    beginPasskeyVerification(id: $id) {\n      ...PasskeyChallengeFields\n    }\n  }\n": typeof types.BeginPasskeyVerificationDocument,
    "\n  mutation SendVerificationCode($id: ID!) {\n    sendVerificationCode(id: $id) {\n      ...SendCodeFields\n    }\n  }\n": typeof types.SendVerificationCodeDocument,
    "\n  fragment Sheet on BackupCodeSheet {\n    generatedAt\n    codes {\n      code\n      usedAt\n    }\n  }\n": typeof types.SheetFragmentDoc,
    "\n  mutation RevealBackupCodes {\n    revealBackupCodes {\n      ...Sheet\n    }\n  }\n": typeof types.RevealBackupCodesDocument,
    "\n  mutation SendMailboxCode($signInId: ID) {\n    sendMailboxCode(signInId: $signInId) {\n      ...SendCodeFields\n    }\n  }\n": typeof types.SendMailboxCodeDocument,
    "\n  mutation ProveMailbox($code: String!, $signInId: ID) {\n    proveMailbox(code: $code, signInId: $signInId) {\n      ...SignInStepFields\n    }\n  }\n": typeof types.ProveMailboxDocument,
    "\n  query NetworkJoinLink($slug: String!) {\n    network(slug: $slug) {\n      id\n      joinLink {\n        domains\n        createdAt\n        creatorName\n      }\n    }\n  }\n": typeof types.NetworkJoinLinkDocument,
    "\n  mutation ChangeRole($input: ChangeRoleInput!) {\n    changeRole(input: $input) {\n      ... on RoleChanged {\n        member {\n          ...TeammateFields\n        }\n      }\n    }\n  }\n": typeof types.ChangeRoleDocument,
    "\n  mutation EndMemberSessions($membershipId: ID!) {\n    endMemberSessions(membershipId: $membershipId)\n  }\n": typeof types.EndMemberSessionsDocument,
    "\n  mutation RemoveMember($input: MemberInput!) {\n    removeMember(input: $input) {\n      __typename\n    }\n  }\n": typeof types.RemoveMemberDocument,
    "\n  mutation TransferOwnership($input: TransferOwnershipInput!) {\n    transferOwnership(input: $input) {\n      ...InvalidFields\n    }\n  }\n": typeof types.TransferOwnershipDocument,
    "\n  fragment PasskeyChallengeFields on PasskeyChallengeResult {\n    ... on PasskeyChallenge {\n      optionsJson\n    }\n    ...TooManyTries\n    ...EndedSignIn\n  }\n": typeof types.PasskeyChallengeFieldsFragmentDoc,
    "\n  fragment SendCodeFields on SendCodeResult {\n    ... on CodeSent {\n      sentTo\n      expiresAt\n      resendAvailableAt\n    }\n    ... on SendCodeTooSoon {\n      retryAt\n    }\n    ...TooManyTries\n    ...EndedSignIn\n  }\n": typeof types.SendCodeFieldsFragmentDoc,
    "\n  fragment EndedSignIn on SignInExpired {\n    wasReplaced\n  }\n": typeof types.EndedSignInFragmentDoc,
    "\n  fragment SignInStepFields on SignInStep {\n    ... on SignedIn {\n      viewer {\n        id\n        twoFactor {\n          id\n          backupCodesLeft\n        }\n      }\n    }\n    ... on SecondStepRequired {\n      signInId\n      email\n      methods\n      preferred\n      maskedPhoneNumber\n      codeDelivery\n      sendRetryAt\n      resendAvailableAt\n      trustDeviceAllowed\n      reEnrolmentOffered\n      reEnrolmentFrom\n      reEnrolmentAwaits {\n        id\n        name\n      }\n      expiresAt\n    }\n    ... on SetUpRequired {\n      signInId\n      maskedEmail\n      mailboxProofRequired\n      isReEnrolment\n      expiresAt\n      networks {\n        id\n        name\n        slug\n        deadline\n        helpContact\n      }\n      otherNetworks {\n        id\n        name\n        slug\n      }\n    }\n    ... on SsoRequired {\n      startUrl\n      network {\n        id\n        name\n      }\n    }\n    ...WrongCode\n    ...TooManyTries\n    ...EndedSignIn\n  }\n": typeof types.SignInStepFieldsFragmentDoc,
    "\n  query SignInProgress {\n    signInProgress {\n      ...SignInStepFields\n    }\n  }\n": typeof types.SignInProgressDocument,
    "\n  mutation ExtendSignIn($signInId: ID) {\n    extendSignIn(signInId: $signInId) {\n      ...SignInStepFields\n    }\n  }\n": typeof types.ExtendSignInDocument,
    "\n  fragment WrongCode on InvalidCode {\n    attemptsLeft\n    alreadyUsed\n    clockOffsetSeconds\n    isOver\n  }\n": typeof types.WrongCodeFragmentDoc,
    "\n  fragment TooManyTries on TooManyAttempts {\n    retryAt\n    remedy\n  }\n": typeof types.TooManyTriesFragmentDoc,
    "\n  fragment InvalidFields on InvalidInput {\n    fields {\n      field\n    }\n  }\n": typeof types.InvalidFieldsFragmentDoc,
    "\n  query CompanySignOut {\n    viewer {\n      id\n      companySignOutUrl\n    }\n  }\n": typeof types.CompanySignOutDocument,
    "\n  mutation SignOut {\n    signOut\n  }\n": typeof types.SignOutDocument,
};
const documents: Documents = {
    "\n  query Admission {\n    capabilities {\n      signUp\n      signUpDomains\n      networkCreation\n    }\n  }\n": types.AdmissionDocument,
    "\n  mutation CancelAccountDeletion {\n    cancelAccountDeletion\n  }\n": types.CancelAccountDeletionDocument,
    "\n  query Shell {\n    viewer {\n      id\n      name\n      email\n      sessionExpiresAt\n      isCompanySignIn\n      deletionAt\n      locale\n      twoFactor {\n        id\n        isOn\n      }\n      memberships {\n        id\n        standing\n        deadline\n        allowedMethods\n        network {\n          id\n          name\n          slug\n        }\n      }\n    }\n  }\n": types.ShellDocument,
    "\n  mutation SetLocale($locale: Locale!) {\n    setLocale(locale: $locale) {\n      id\n      locale\n    }\n  }\n": types.SetLocaleDocument,
    "\n  fragment TwoFactorFields on AccountTwoFactor {\n    id\n    isOn\n    preferredMethod\n    maskedPhoneNumber\n    backupCodesLeft\n    backupCodesTotal\n    backupCodesGeneratedAt\n    factors {\n      id\n      method\n      label\n      createdAt\n      lastUsedAt\n    }\n    mandatoryIn {\n      id\n      name\n    }\n  }\n": types.TwoFactorFieldsFragmentDoc,
    "\n  fragment AccountFields on Viewer {\n    id\n    name\n    email\n    isCompanySignIn\n    twoFactor {\n      ...TwoFactorFields\n    }\n    sessions {\n      id\n      isCurrent\n      device\n      address\n      lastSeenAt\n    }\n    trustedDevices {\n      id\n      device\n      expiresAt\n    }\n  }\n": types.AccountFieldsFragmentDoc,
    "\n  query Account {\n    viewer {\n      ...AccountFields\n    }\n  }\n": types.AccountDocument,
    "\n  query AccountActivity {\n    viewer {\n      id\n      activity(first: 20) {\n        id\n        at\n        type\n        device\n        address\n      }\n    }\n  }\n": types.AccountActivityDocument,
    "\n  query AppSessions {\n    viewer {\n      id\n      appSessions {\n        appId\n        appName\n        networkName\n        lastUsedAt\n      }\n    }\n  }\n": types.AppSessionsDocument,
    "\n  mutation EndAppSessions($appId: ID) {\n    endAppSessions(appId: $appId)\n  }\n": types.EndAppSessionsDocument,
    "\n  mutation RegenerateBackupCodes {\n    regenerateBackupCodes {\n      ...Sheet\n    }\n  }\n": types.RegenerateBackupCodesDocument,
    "\n  mutation RequestDataExport {\n    requestDataExport\n  }\n": types.RequestDataExportDocument,
    "\n  query NetworksToLeave {\n    viewer {\n      id\n      memberships {\n        id\n        role\n        isOnlyOwner\n        network {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.NetworksToLeaveDocument,
    "\n  mutation DeleteAccount {\n    deleteAccount {\n      ... on AccountDeletionScheduled {\n        at\n      }\n      ... on LastOwner {\n        networks {\n          id\n          name\n          slug\n        }\n      }\n    }\n  }\n": types.DeleteAccountDocument,
    "\n  mutation ForgetTrustedDevice($id: ID!) {\n    forgetTrustedDevice(id: $id) {\n      ...AccountFields\n    }\n  }\n": types.ForgetTrustedDeviceDocument,
    "\n  mutation ChangeEmail($input: ChangeEmailInput!) {\n    changeEmail(input: $input) {\n      ... on EmailChangeCodeSent {\n        email\n      }\n      ...InvalidFields\n      ...TooManyTries\n    }\n  }\n": types.ChangeEmailDocument,
    "\n  mutation ConfirmEmailChange($code: String!) {\n    confirmEmailChange(code: $code) {\n      ... on EmailChanged {\n        viewer {\n          id\n          email\n        }\n      }\n      ...WrongCode\n      ...TooManyTries\n    }\n  }\n": types.ConfirmEmailChangeDocument,
    "\n  mutation ExportData($token: String!) {\n    exportData(token: $token) {\n      ... on DataExport {\n        json\n      }\n    }\n  }\n": types.ExportDataDocument,
    "\n  mutation SetPreferredMethod($method: FactorMethod!) {\n    setPreferredMethod(method: $method) {\n      ... on PreferredMethodSet {\n        viewer {\n          id\n          twoFactor {\n            ...TwoFactorFields\n          }\n        }\n      }\n    }\n  }\n": types.SetPreferredMethodDocument,
    "\n  mutation RemoveFactor($id: ID!) {\n    removeFactor(id: $id) {\n      ... on FactorRemoved {\n        viewer {\n          id\n          twoFactor {\n            ...TwoFactorFields\n          }\n        }\n      }\n      ... on TwoFactorMandatory {\n        networks {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.RemoveFactorDocument,
    "\n  mutation ChangeName($input: ChangeNameInput!) {\n    changeName(input: $input) {\n      ... on NameChanged {\n        viewer {\n          id\n          name\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": types.ChangeNameDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      ...InvalidFields\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  mutation RenamePasskey($id: ID!, $label: String!) {\n    renamePasskey(id: $id, label: $label) {\n      id\n      twoFactor {\n        ...TwoFactorFields\n      }\n    }\n  }\n": types.RenamePasskeyDocument,
    "\n  mutation EndSession($id: ID!) {\n    endSession(id: $id) {\n      ...AccountFields\n    }\n  }\n": types.EndSessionDocument,
    "\n  mutation EndOtherSessions {\n    endOtherSessions {\n      ...AccountFields\n    }\n  }\n": types.EndOtherSessionsDocument,
    "\n  mutation TurnOffTwoFactor {\n    turnOffTwoFactor {\n      ... on FactorRemoved {\n        viewer {\n          id\n          twoFactor {\n            ...TwoFactorFields\n          }\n        }\n      }\n      ... on TwoFactorMandatory {\n        networks {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.TurnOffTwoFactorDocument,
    "\n  mutation CreateApp($input: CreateAppInput!) {\n    createApp(input: $input) {\n      ... on AppCreated {\n        clientSecret\n        app {\n          ...AppFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": types.CreateAppDocument,
    "\n  mutation UpdateApp($input: UpdateAppInput!) {\n    updateApp(input: $input) {\n      ... on AppUpdated {\n        app {\n          ...AppFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": types.UpdateAppDocument,
    "\n  mutation EndMemberAppSessions($appId: ID!, $memberId: ID!) {\n    endMemberAppSessions(appId: $appId, memberId: $memberId)\n  }\n": types.EndMemberAppSessionsDocument,
    "\n  fragment AppFields on App {\n    id\n    name\n    url\n    logo\n    roles\n    requires\n    clientId\n    redirectUris\n    postLogoutRedirectUris\n    backChannelLogoutUri\n    hosts\n    pathRules {\n      prefix\n      roles\n      requires\n      isPublic\n      withinMinutes\n    }\n    tokenEndpointAuthMethod\n    idTokenSignedResponseAlg\n    jwks\n    liveSecrets\n    lastUsedAt\n  }\n": types.AppFieldsFragmentDoc,
    "\n  query Apps($slug: String!) {\n    network(slug: $slug) {\n      id\n      apps {\n        ...AppFields\n      }\n    }\n  }\n": types.AppsDocument,
    "\n  query AppPeople($slug: String!, $id: ID!, $after: String) {\n    network(slug: $slug) {\n      id\n      app(id: $id) {\n        id\n        name\n        people(after: $after) {\n          nodes {\n            memberId\n            name\n            email\n            role\n            firstUsedAt\n            lastUsedAt\n            isSignedIn\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": types.AppPeopleDocument,
    "\n  query AppEntry($id: ID!) {\n    appEntry(id: $id) {\n      ... on AppEntryOpen {\n        app {\n          name\n          logo\n          host\n        }\n        network {\n          id\n          name\n        }\n        isFirstVisit\n      }\n      ... on AppEntryRefused {\n        app {\n          name\n          host\n        }\n        networkName\n        email\n        reason\n      }\n    }\n  }\n": types.AppEntryDocument,
    "\n  mutation DeleteApp($id: ID!) {\n    deleteApp(id: $id)\n  }\n": types.DeleteAppDocument,
    "\n  mutation RotateAppSecret($id: ID!) {\n    rotateAppSecret(id: $id) {\n      ... on AppCreated {\n        clientSecret\n      }\n    }\n  }\n": types.RotateAppSecretDocument,
    "\n  query WhoConfirms {\n    viewer {\n      id\n      email\n      twoFactor {\n        id\n        preferredMethod\n        maskedPhoneNumber\n        backupCodesLeft\n        factors {\n          id\n          method\n        }\n      }\n    }\n  }\n": types.WhoConfirmsDocument,
    "\n  mutation SendReauthenticationCode {\n    sendReauthenticationCode {\n      ...SendCodeFields\n    }\n  }\n": types.SendReauthenticationCodeDocument,
    "\n  mutation BeginPasskeyReauthentication {\n    beginPasskeyReauthentication {\n      ...PasskeyChallengeFields\n    }\n  }\n": types.BeginPasskeyReauthenticationDocument,
    "\n  mutation Reauthenticate($input: ReauthenticateInput!) {\n    reauthenticate(input: $input) {\n      ...WrongCode\n      ...TooManyTries\n    }\n  }\n": types.ReauthenticateDocument,
    "\n  query SignUpProgress {\n    signUpProgress {\n      email\n      expiresAt\n      resendAvailableAt\n      codeDelivery\n    }\n  }\n": types.SignUpProgressDocument,
    "\n  mutation ConfirmEmail($input: ConfirmEmailInput!) {\n    confirmEmail(input: $input) {\n      ... on SignedIn {\n        viewer {\n          id\n          twoFactor {\n            id\n            backupCodesLeft\n          }\n        }\n      }\n      ...WrongCode\n      ...TooManyTries\n    }\n  }\n": types.ConfirmEmailDocument,
    "\n  mutation ResendConfirmationCode {\n    resendConfirmationCode {\n      ...SendCodeFields\n    }\n  }\n": types.ResendConfirmationCodeDocument,
    "\n  mutation RequestPasswordReset($email: String!) {\n    requestPasswordReset(email: $email) {\n      ... on PasswordResetSent {\n        email\n      }\n      ...InvalidFields\n      ...TooManyTries\n    }\n  }\n": types.RequestPasswordResetDocument,
    "\n  query AmISignedIn {\n    viewer {\n      id\n    }\n    capabilities {\n      demo\n      devInbox\n      signUp\n      networkCreation\n    }\n  }\n": types.AmISignedInDocument,
    "\n  mutation CancelReEnrolment($token: String!) {\n    cancelReEnrolment(token: $token) {\n      ... on ReEnrolmentCancelled {\n        network {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.CancelReEnrolmentDocument,
    "\n  mutation UndoEmailChange($token: String!) {\n    undoEmailChange(token: $token) {\n      ... on EmailChangeUndone {\n        email\n      }\n    }\n  }\n": types.UndoEmailChangeDocument,
    "\n  mutation PreviewPasswordReset($token: String!) {\n    passwordResetPreview(token: $token) {\n      ... on PasswordResetPreview {\n        email\n      }\n    }\n  }\n": types.PreviewPasswordResetDocument,
    "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      ...InvalidFields\n    }\n  }\n": types.ResetPasswordDocument,
    "\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      ...InvalidFields\n      ...TooManyTries\n    }\n  }\n": types.SignUpDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      ... on ApiKeyCreated {\n        token\n      }\n      ...InvalidFields\n    }\n  }\n": types.CreateApiKeyDocument,
    "\n  fragment WebhookDeliveryFields on WebhookDelivery {\n    id\n    type\n    state\n    createdAt\n    nextTryAt\n    answers {\n      at\n      status\n      durationMs\n      problem\n      problemCode\n    }\n  }\n": types.WebhookDeliveryFieldsFragmentDoc,
    "\n  query WebhookDeliveries($slug: String!, $after: String) {\n    network(slug: $slug) {\n      id\n      webhooks {\n        id\n        deliveries(first: 20, after: $after) {\n          edges {\n            cursor\n            node {\n              ...WebhookDeliveryFields\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": types.WebhookDeliveriesDocument,
    "\n  mutation Redeliver($deliveryId: ID!) {\n    redeliver(deliveryId: $deliveryId) {\n      ...WebhookDeliveryFields\n    }\n  }\n": types.RedeliverDocument,
    "\n  fragment ApiKeyFields on ApiKey {\n    id\n    name\n    prefix\n    scopes\n    returnAddresses\n    state\n    createdBy\n    expiresAt\n    lastUsedAt\n  }\n": types.ApiKeyFieldsFragmentDoc,
    "\n  fragment WebhookFields on Webhook {\n    id\n    url\n    eventTypes\n    pausedAt\n    pausedBecause\n    pausedBecauseCode\n    previousSecretUntil\n  }\n": types.WebhookFieldsFragmentDoc,
    "\n  query Integrations($slug: String!) {\n    network(slug: $slug) {\n      id\n      slug\n      apiKeys {\n        ...ApiKeyFields\n      }\n      webhooks {\n        ...WebhookFields\n      }\n    }\n  }\n": types.IntegrationsDocument,
    "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      ...ApiKeyFields\n    }\n  }\n": types.RevokeApiKeyDocument,
    "\n  mutation SetReturnAddresses($input: SetReturnAddressesInput!) {\n    setReturnAddresses(input: $input) {\n      ... on ReturnAddressesSet {\n        apiKey {\n          ...ApiKeyFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": types.SetReturnAddressesDocument,
    "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      ... on WebhookCreated {\n        secret\n      }\n      ...InvalidFields\n    }\n  }\n": types.CreateWebhookDocument,
    "\n  mutation ChangeWebhook($input: ChangeWebhookInput!) {\n    changeWebhook(input: $input) {\n      ... on WebhookChanged {\n        webhook {\n          ...WebhookFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": types.ChangeWebhookDocument,
    "\n  mutation DeleteWebhook($webhookId: ID!) {\n    deleteWebhook(webhookId: $webhookId)\n  }\n": types.DeleteWebhookDocument,
    "\n  mutation RotateWebhookSecret($webhookId: ID!) {\n    rotateWebhookSecret(webhookId: $webhookId) {\n      secret\n      webhook {\n        ...WebhookFields\n      }\n    }\n  }\n": types.RotateWebhookSecretDocument,
    "\n  mutation SendTestEvent($webhookId: ID!) {\n    sendTestEvent(webhookId: $webhookId) {\n      id\n    }\n  }\n": types.SendTestEventDocument,
    "\n  mutation ResumeWebhook($webhookId: ID!) {\n    resumeWebhook(webhookId: $webhookId) {\n      ...WebhookFields\n    }\n  }\n": types.ResumeWebhookDocument,
    "\n  mutation CreateNetwork($input: CreateNetworkInput!) {\n    createNetwork(input: $input) {\n      ... on NetworkCreated {\n        network {\n          id\n          slug\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": types.CreateNetworkDocument,
    "\n  query FirstSteps($slug: String!) {\n    viewer {\n      id\n      isCompanySignIn\n      twoFactor {\n        id\n        isOn\n      }\n    }\n    network(slug: $slug) {\n      id\n      peopleCount\n      invitations(first: 1) {\n        nodes {\n          id\n        }\n      }\n      security {\n        id\n        mandatory {\n          deadline\n        }\n      }\n    }\n  }\n": types.FirstStepsDocument,
    "\n  query NetworkHome($slug: String!) {\n    viewer {\n      id\n      isCompanySignIn\n      twoFactor {\n        id\n        isOn\n      }\n    }\n    network(slug: $slug) {\n      id\n      peopleCount\n      people(first: 8) {\n        nodes {\n          id\n          name\n          role\n          isViewer\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n  }\n": types.NetworkHomeDocument,
    "\n  mutation PreviewInvitation($token: String!) {\n    invitationPreview(token: $token) {\n      ... on InvitationPreview {\n        networkName\n        locale\n        inviterName\n        role\n        sentTo\n        isTwoFactorRequired\n        isForViewer\n        expiresAt\n      }\n      ... on JoinLinkPreview {\n        networkName\n        locale\n        role\n        domains\n        isTwoFactorRequired\n        isForViewer\n      }\n    }\n  }\n": types.PreviewInvitationDocument,
    "\n  query WhoAmI {\n    viewer {\n      id\n      email\n    }\n  }\n": types.WhoAmIDocument,
    "\n  mutation AcceptInvitation($token: String!) {\n    acceptInvitation(token: $token) {\n      ... on InvitationAccepted {\n        membership {\n          ...MyNetworkFields\n        }\n      }\n    }\n  }\n": types.AcceptInvitationDocument,
    "\n  mutation SwitchAccount {\n    signOut\n  }\n": types.SwitchAccountDocument,
    "\n  mutation LeaveNetwork($networkId: ID!) {\n    leaveNetwork(networkId: $networkId) {\n      ... on NetworkLeft {\n        viewer {\n          id\n          memberships {\n            ...MyNetworkFields\n          }\n        }\n      }\n    }\n  }\n": types.LeaveNetworkDocument,
    "\n  fragment MyNetworkFields on Membership {\n    id\n    role\n    standing\n    deadline\n    allowedMethods\n    helpContact\n    network {\n      id\n      name\n      slug\n      plan\n    }\n  }\n": types.MyNetworkFieldsFragmentDoc,
    "\n  query MyNetworks {\n    viewer {\n      id\n      isCompanySignIn\n      memberships {\n        ...MyNetworkFields\n      }\n    }\n  }\n": types.MyNetworksDocument,
    "\n  fragment NetworkFields on Network {\n    id\n    slug\n    name\n    plan\n    deletionAt\n    membership {\n      id\n      role\n      standing\n      deadline\n    }\n  }\n": types.NetworkFieldsFragmentDoc,
    "\n  query Network($slug: String!) {\n    network(slug: $slug) {\n      ...NetworkFields\n    }\n  }\n": types.NetworkDocument,
    "\n  mutation ResendInvitation($input: InvitationInput!) {\n    resendInvitation(input: $input) {\n      ... on InvitationSent {\n        email\n      }\n      ...TooManyTries\n    }\n  }\n": types.ResendInvitationDocument,
    "\n  mutation InviteMembers($input: InviteMembersInput!) {\n    inviteMembers(input: $input) {\n      ... on MembersInvited {\n        outcomes {\n          email\n          outcome\n          retryAt\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": types.InviteMembersDocument,
    "\n  mutation CreateJoinLink($networkId: ID!) {\n    createJoinLink(networkId: $networkId) {\n      ... on JoinLinkCreated {\n        url\n      }\n    }\n  }\n": types.CreateJoinLinkDocument,
    "\n  mutation DeleteJoinLink($networkId: ID!) {\n    deleteJoinLink(networkId: $networkId)\n  }\n": types.DeleteJoinLinkDocument,
    "\n  fragment TeammateFields on Teammate {\n    id\n    name\n    email\n    role\n    joinedAt\n    isViewer\n  }\n": types.TeammateFieldsFragmentDoc,
    "\n  fragment InvitationFields on Invitation {\n    id\n    email\n    role\n    inviterName\n    sentAt\n    expiresAt\n  }\n": types.InvitationFieldsFragmentDoc,
    "\n  query NetworkPeople($slug: String!, $search: String, $after: String) {\n    network(slug: $slug) {\n      id\n      people(search: $search, after: $after) {\n        nodes {\n          ...TeammateFields\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.NetworkPeopleDocument,
    "\n  query NetworkInvitations($slug: String!, $after: String) {\n    network(slug: $slug) {\n      id\n      invitations(after: $after) {\n        nodes {\n          ...InvitationFields\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.NetworkInvitationsDocument,
    "\n  mutation RevokeInvitation($input: InvitationInput!) {\n    revokeInvitation(input: $input) {\n      __typename\n    }\n  }\n": types.RevokeInvitationDocument,
    "\n  mutation InviteAgain($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      __typename\n    }\n  }\n": types.InviteAgainDocument,
    "\n  query UnprotectedMembers($slug: String!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        mandatory {\n          deadline\n        }\n        coverage {\n          without\n        }\n      }\n    }\n  }\n": types.UnprotectedMembersDocument,
    "\n  query SlugAvailability($slug: String!) {\n    slugAvailability(slug: $slug) {\n      slug\n      isAvailable\n    }\n  }\n": types.SlugAvailabilityDocument,
    "\n  query YourApps {\n    viewer {\n      id\n      apps {\n        id\n        name\n        logo\n        url\n        networkId\n      }\n    }\n  }\n": types.YourAppsDocument,
    "\n  mutation ActivateMandatoryTwoFactor($input: ActivateMandatoryTwoFactorInput!) {\n    activateMandatoryTwoFactor(input: $input) {\n      ... on MandateActivated {\n        notified\n        security {\n          ...SecurityFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": types.ActivateMandatoryTwoFactorDocument,
    "\n  mutation GrantReEnrolment($input: GrantReEnrolmentInput!) {\n    grantReEnrolment(input: $input) {\n      ... on ReEnrolmentGranted {\n        usableFrom\n        expiresAt\n        othersHaveToAgree\n      }\n      ...TooManyTries\n    }\n  }\n": types.GrantReEnrolmentDocument,
    "\n  mutation SendMandateMailToMe($networkId: ID!, $graceHours: Int!, $deadline: DateTime, $timeZone: String) {\n    sendMandateMailToMe(networkId: $networkId, graceHours: $graceHours, deadline: $deadline, timeZone: $timeZone)\n  }\n": types.SendMandateMailToMeDocument,
    "\n  mutation DeactivateMandatoryTwoFactor($networkId: ID!) {\n    deactivateMandatoryTwoFactor(networkId: $networkId) {\n      ... on MandateDeactivated {\n        security {\n          ...SecurityFields\n        }\n      }\n    }\n  }\n": types.DeactivateMandatoryTwoFactorDocument,
    "\n  query AllowedMethodsPreview($slug: String!, $methods: [FactorMethod!]!, $graceHours: Int!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        previewAllowedMethods(methods: $methods, graceHours: $graceHours) {\n          affected\n          deadline\n          isNoticeNeeded\n          isOwnMethodMissing\n        }\n      }\n    }\n  }\n": types.AllowedMethodsPreviewDocument,
    "\n  mutation ChangeAllowedMethods($input: ChangeAllowedMethodsInput!) {\n    changeAllowedMethods(input: $input) {\n      ... on AllowedMethodsChanged {\n        security {\n          ...SecurityFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": types.ChangeAllowedMethodsDocument,
    "\n  mutation GiveMoreTime($input: GiveMoreTimeInput!) {\n    giveMoreTime(input: $input) {\n      ... on MoreTimeGiven {\n        members\n        security {\n          ...SecurityFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n": types.GiveMoreTimeDocument,
    "\n  mutation DeleteNetwork($input: DeleteNetworkInput!) {\n    deleteNetwork(input: $input) {\n      ... on NetworkDeletionScheduled {\n        at\n      }\n      ...InvalidFields\n    }\n  }\n": types.DeleteNetworkDocument,
    "\n  mutation CancelNetworkDeletion($networkId: ID!) {\n    cancelNetworkDeletion(networkId: $networkId)\n  }\n": types.CancelNetworkDeletionDocument,
    "\n  query TrustedDevicesPreview($slug: String!, $days: Int!, $graceHours: Int!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        preview: previewTrustedDeviceDays(days: $days, graceHours: $graceHours) {\n          ...Notice\n        }\n      }\n    }\n  }\n": types.TrustedDevicesPreviewDocument,
    "\n  mutation SetTrustedDeviceDays($networkId: ID!, $days: Int!, $graceHours: Int!, $timeZone: String) {\n    setTrustedDeviceDays(networkId: $networkId, days: $days, graceHours: $graceHours, timeZone: $timeZone) {\n      ...ChangedSetting\n      ...InvalidFields\n    }\n  }\n": types.SetTrustedDeviceDaysDocument,
    "\n  query PasskeySignInPreview($slug: String!, $isAllowed: Boolean!, $graceHours: Int!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        preview: previewPasskeySignIn(isAllowed: $isAllowed, graceHours: $graceHours) {\n          ...Notice\n        }\n      }\n    }\n  }\n": types.PasskeySignInPreviewDocument,
    "\n  mutation SetPasskeySignIn($networkId: ID!, $isAllowed: Boolean!, $graceHours: Int!, $timeZone: String) {\n    setPasskeySignIn(networkId: $networkId, isAllowed: $isAllowed, graceHours: $graceHours, timeZone: $timeZone) {\n      ...ChangedSetting\n      ...InvalidFields\n    }\n  }\n": types.SetPasskeySignInDocument,
    "\n  query SessionLimitPreview($slug: String!, $hours: Int, $idleHours: Int, $graceHours: Int!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        preview: previewSessionLimit(hours: $hours, idleHours: $idleHours, graceHours: $graceHours) {\n          ...Notice\n        }\n      }\n    }\n  }\n": types.SessionLimitPreviewDocument,
    "\n  mutation SetSessionLimit($networkId: ID!, $hours: Int, $idleHours: Int, $graceHours: Int!, $timeZone: String) {\n    setSessionLimit(\n      networkId: $networkId\n      hours: $hours\n      idleHours: $idleHours\n      graceHours: $graceHours\n      timeZone: $timeZone\n    ) {\n      ...ChangedSetting\n      ...InvalidFields\n    }\n  }\n": types.SetSessionLimitDocument,
    "\n  mutation SetHelpContact($networkId: ID!, $helpContact: String) {\n    setHelpContact(networkId: $networkId, helpContact: $helpContact) {\n      ...ChangedSetting\n      ...InvalidFields\n    }\n  }\n": types.SetHelpContactDocument,
    "\n  mutation SetNetworkLocale($networkId: ID!, $locale: Locale) {\n    setNetworkLocale(networkId: $networkId, locale: $locale) {\n      ...ChangedSetting\n    }\n  }\n": types.SetNetworkLocaleDocument,
    "\n  mutation SetLogRetention($networkId: ID!, $days: Int) {\n    setLogRetention(networkId: $networkId, days: $days) {\n      ...ChangedSetting\n    }\n  }\n": types.SetLogRetentionDocument,
    "\n  fragment SecurityFields on NetworkSecurity {\n    id\n    mandatory {\n      activatedAt\n      activatedBy\n      deadline\n      remindableFrom\n    }\n    coverage {\n      total\n      withTwoFactor\n      authenticatorApp\n      sms\n      passkey\n      sso\n      without\n    }\n    allowedMethods\n    earlierMethods {\n      methods\n      until\n    }\n    helpContact\n    locale\n    trustedDeviceDays\n    allowsPasskeySignIn\n    earlierPasskeySignIn {\n      until\n    }\n    sessionHours\n    sessionIdleHours\n    logDays\n  }\n": types.SecurityFieldsFragmentDoc,
    "\n  fragment ChangedSetting on SecuritySettingChanged {\n    security {\n      ...SecurityFields\n    }\n  }\n": types.ChangedSettingFragmentDoc,
    "\n  fragment ListedMember on Member {\n    id\n    name\n    email\n    role\n    standing\n    part\n    deadline\n    methods\n    externalId\n    lastSignInAt\n    lastMailAt\n    remindableFrom\n    extendedUntil\n    extensionReason\n    deletionAt\n    ssoProof\n  }\n": types.ListedMemberFragmentDoc,
    "\n  query NetworkSecurity($slug: String!) {\n    network(slug: $slug) {\n      id\n      security {\n        ...SecurityFields\n        coverageHistory {\n          at\n          total\n          without\n        }\n      }\n    }\n  }\n": types.NetworkSecurityDocument,
    "\n  query MandatePreview($slug: String!, $graceHours: Int!, $deadline: DateTime) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        preview(graceHours: $graceHours, deadline: $deadline) {\n          mailed\n          withoutTwoFactor\n          guestsWithout\n          companySignIn\n          pendingInvitations\n          deadline\n          isOwnTwoFactorMissing\n        }\n      }\n    }\n  }\n": types.MandatePreviewDocument,
    "\n  query NetworkMembers(\n    $slug: String!\n    $after: String\n    $search: String\n    $part: CoveragePart\n    $standing: TwoFactorStanding\n    $role: Role\n    $method: FactorMethod\n    $signedInFrom: DateTime\n    $signedInBefore: DateTime\n    $hasSignedIn: Boolean\n    $order: MemberOrder!\n  ) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        members(\n          first: 50\n          after: $after\n          search: $search\n          part: $part\n          standing: $standing\n          role: $role\n          method: $method\n          signedInFrom: $signedInFrom\n          signedInBefore: $signedInBefore\n          hasSignedIn: $hasSignedIn\n          order: $order\n        ) {\n          totalCount\n          edges {\n            cursor\n            node {\n              ...ListedMember\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": types.NetworkMembersDocument,
    "\n  query AuditLog(\n    $slug: String!\n    $after: String\n    $types: [String!]\n    $person: String\n    $memberId: ID\n    $from: DateTime\n  ) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        auditLog(after: $after, types: $types, person: $person, memberId: $memberId, from: $from) {\n          edges {\n            cursor\n            node {\n              id\n              at\n              type\n              actor\n              actorKind\n              whom\n              words\n              details {\n                name\n                value\n              }\n              address\n              device\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": types.AuditLogDocument,
    "\n  query NetworkMember($slug: String!, $id: ID!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        member(id: $id) {\n          joinedAt\n          ssoAt\n          ...ListedMember\n        }\n        memberMails(memberId: $id) {\n          id\n          kind\n          at\n          delivery\n        }\n        memberSignIns(memberId: $id) {\n          id\n          at\n          methods\n        }\n      }\n    }\n  }\n": types.NetworkMemberDocument,
    "\n  fragment Notice on SettingPreview {\n    isNoticeNeeded\n    mailed\n    deadline\n  }\n": types.NoticeFragmentDoc,
    "\n  mutation RemindMembers($networkId: ID!, $memberIds: [ID!], $filter: MemberFilterInput) {\n    remindMembers(networkId: $networkId, memberIds: $memberIds, filter: $filter) {\n      ... on MembersReminded {\n        reminded\n      }\n      ...InvalidFields\n    }\n  }\n": types.RemindMembersDocument,
    "\n  mutation BeginPasskeySignIn {\n    beginPasskeySignIn {\n      ...PasskeyChallengeFields\n    }\n  }\n": types.BeginPasskeySignInDocument,
    "\n  mutation SignInWithPasskey($response: String!) {\n    signInWithPasskey(response: $response) {\n      ...SignInStepFields\n    }\n  }\n": types.SignInWithPasskeyDocument,
    "\n  mutation UseReEnrolment($signInId: ID) {\n    useReEnrolment(signInId: $signInId) {\n      ...SignInStepFields\n    }\n  }\n": types.UseReEnrolmentDocument,
    "\n  mutation VerifySecondStep($input: VerifySecondStepInput!) {\n    verifySecondStep(input: $input) {\n      ...SignInStepFields\n    }\n  }\n": types.VerifySecondStepDocument,
    "\n  mutation SendSignInCode($signInId: ID) {\n    sendSignInCode(signInId: $signInId) {\n      ...SendCodeFields\n    }\n  }\n": types.SendSignInCodeDocument,
    "\n  mutation BeginPasskeySecondStep($signInId: ID) {\n    beginPasskeySecondStep(signInId: $signInId) {\n      ...PasskeyChallengeFields\n    }\n  }\n": types.BeginPasskeySecondStepDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ...SignInStepFields\n    }\n  }\n": types.SignInDocument,
    "\n  mutation CancelSignIn($signInId: ID) {\n    cancelSignIn(signInId: $signInId)\n  }\n": types.CancelSignInDocument,
    "\n  fragment NetworkSsoFields on NetworkSso {\n    id\n    callbackUrl\n    backChannelLogoutUrl\n    afterSignOutUrl\n    connection {\n      issuer\n      clientId\n      hasSecret\n      workedAt\n      trouble {\n        reason\n        at\n      }\n      requiredFrom\n      proofRequiredFrom\n      proofValues\n      earlierProofUntil\n      justInTimeRole\n      endsAt\n    }\n    domains {\n      name\n      isProved\n      missingSince\n      recordName\n      recordValue\n    }\n    counts {\n      members\n      guests\n      joined\n      proved\n    }\n    trial {\n      at\n      result\n      trouble\n      proof\n      detail\n      claims {\n        name\n        value\n      }\n    }\n  }\n": types.NetworkSsoFieldsFragmentDoc,
    "\n  fragment ChangedSso on SsoChanged {\n    sso {\n      ...NetworkSsoFields\n    }\n  }\n": types.ChangedSsoFragmentDoc,
    "\n  query NetworkSso($slug: String!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        mandatory {\n          activatedAt\n        }\n      }\n      sso {\n        ...NetworkSsoFields\n      }\n    }\n  }\n": types.NetworkSsoDocument,
    "\n  mutation SaveSsoConnection($input: SaveSsoConnectionInput!) {\n    saveSsoConnection(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n      ... on SsoProviderProblem {\n        reason\n        detail\n      }\n    }\n  }\n": types.SaveSsoConnectionDocument,
    "\n  mutation EndSsoConnection($input: EndSsoConnectionInput!) {\n    endSsoConnection(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": types.EndSsoConnectionDocument,
    "\n  mutation KeepSsoConnection($networkId: ID!) {\n    keepSsoConnection(networkId: $networkId) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": types.KeepSsoConnectionDocument,
    "\n  mutation SetJustInTimeRole($networkId: ID!, $role: Role) {\n    setJustInTimeRole(networkId: $networkId, role: $role) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": types.SetJustInTimeRoleDocument,
    "\n  mutation RequireSso($input: RequireSsoInput!) {\n    requireSso(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": types.RequireSsoDocument,
    "\n  mutation MakeSsoOptional($networkId: ID!) {\n    makeSsoOptional(networkId: $networkId) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": types.MakeSsoOptionalDocument,
    "\n  mutation SetSsoProof($input: SetSsoProofInput!) {\n    setSsoProof(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": types.SetSsoProofDocument,
    "\n  mutation ClaimSsoDomain($input: SsoDomainInput!) {\n    claimSsoDomain(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": types.ClaimSsoDomainDocument,
    "\n  mutation ProveSsoDomain($input: SsoDomainInput!) {\n    proveSsoDomain(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": types.ProveSsoDomainDocument,
    "\n  mutation ReleaseSsoDomain($input: SsoDomainInput!) {\n    releaseSsoDomain(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": types.ReleaseSsoDomainDocument,
    "\n  query LinkedPeople($slug: String!, $search: String!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        members(first: 10, search: $search, order: NAME) {\n          edges {\n            node {\n              id\n              name\n              email\n              ssoAt\n            }\n          }\n        }\n      }\n    }\n  }\n": types.LinkedPeopleDocument,
    "\n  mutation ReleaseSsoIdentity($networkId: ID!, $memberId: ID!) {\n    releaseSsoIdentity(networkId: $networkId, memberId: $memberId) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n": types.ReleaseSsoIdentityDocument,
    "\n  query CompanySignIn($of: String!) {\n    companySignIn(of: $of) {\n      ... on CompanySignIns {\n        networks {\n          slug\n          name\n          startUrl\n          helpContact\n        }\n      }\n      ...TooManyTries\n    }\n  }\n": types.CompanySignInDocument,
    "\n  query CompanySignInToJoin {\n    companySignInToJoin {\n      providerEmail\n      accountEmail\n      network {\n        slug\n        name\n        startUrl\n      }\n    }\n  }\n": types.CompanySignInToJoinDocument,
    "\n  mutation JoinCompanySignIn {\n    joinCompanySignIn {\n      ... on SignedIn {\n        viewer {\n          id\n        }\n      }\n      ... on CompanySignInRefused {\n        reason\n      }\n    }\n  }\n": types.JoinCompanySignInDocument,
    "\n  query MyRoles {\n    viewer {\n      id\n      memberships {\n        id\n        role\n        network {\n          id\n          slug\n        }\n      }\n    }\n  }\n": types.MyRolesDocument,
    "\n  mutation EnterWithoutSso($networkId: ID!) {\n    enterWithoutSso(networkId: $networkId) {\n      __typename\n    }\n  }\n": types.EnterWithoutSsoDocument,
    "\n  mutation ConfirmAuthenticatorSetup($input: ConfirmSetupInput!) {\n    confirmAuthenticatorSetup(input: $input) {\n      ...ConfirmSetupFields\n    }\n  }\n": types.ConfirmAuthenticatorSetupDocument,
    "\n  mutation BeginSmsSetup($input: BeginSmsSetupInput!) {\n    beginSmsSetup(input: $input) {\n      ... on SmsSetup {\n        setupId\n      }\n      ... on UnsupportedDestination {\n        reason\n        country\n        example\n      }\n      ... on InvalidPhoneNumber {\n        example\n      }\n      ... on SendCodeTooSoon {\n        retryAt\n      }\n      ...TooManyTries\n    }\n  }\n": types.BeginSmsSetupDocument,
    "\n  mutation ConfirmPasskeySetup($input: ConfirmPasskeySetupInput!) {\n    confirmPasskeySetup(input: $input) {\n      ...ConfirmSetupFields\n    }\n  }\n": types.ConfirmPasskeySetupDocument,
    "\n  mutation BeginPasskeySetup {\n    beginPasskeySetup {\n      ... on PasskeySetup {\n        setupId\n        optionsJson\n        suggestedLabel\n      }\n      ...TooManyTries\n    }\n  }\n": types.BeginPasskeySetupDocument,
    "\n  mutation ContinueToOtherNetworks($signInId: ID) {\n    continueToOtherNetworks(signInId: $signInId) {\n      ...SignInStepFields\n    }\n  }\n": types.ContinueToOtherNetworksDocument,
    "\n  mutation LeaveTheDoor($signInId: ID) {\n    cancelSignIn(signInId: $signInId)\n  }\n": types.LeaveTheDoorDocument,
    "\n  mutation ConfirmSmsSetup($input: ConfirmSetupInput!) {\n    confirmSmsSetup(input: $input) {\n      ...ConfirmSetupFields\n    }\n  }\n": types.ConfirmSmsSetupDocument,
    "\n  mutation ResendSmsSetupCode($setupId: ID!) {\n    resendSmsSetupCode(setupId: $setupId) {\n      ...SendCodeFields\n    }\n  }\n": types.ResendSmsSetupCodeDocument,
    "\n  mutation BeginAuthenticatorSetup {\n    beginAuthenticatorSetup {\n      ... on AuthenticatorSetup {\n        setupId\n        secret\n        otpauthUri\n        expiresAt\n      }\n      ...TooManyTries\n    }\n  }\n": types.BeginAuthenticatorSetupDocument,
    "\n  fragment ConfirmSetupFields on ConfirmSetupResult {\n    ... on TwoFactorSetUp {\n      viewer {\n        id\n        email\n        twoFactor {\n          id\n          isOn\n          preferredMethod\n          backupCodesLeft\n          maskedPhoneNumber\n          factors {\n            id\n            method\n            label\n            createdAt\n            lastUsedAt\n          }\n        }\n      }\n      backupCodes {\n        ...Sheet\n      }\n    }\n    ...WrongCode\n    ...TooManyTries\n  }\n": types.ConfirmSetupFieldsFragmentDoc,
    "\n  query SetUpProgress {\n    capabilities {\n      smsCountries\n    }\n    setUpProgress {\n      isSmsAvailable\n      isPasskeyAvailable\n      allowedMethods\n      mailboxProofRequired\n      mailboxCodeDelivery\n      mailboxResendAvailableAt\n      barredBy {\n        id\n        name\n      }\n      authenticator {\n        setupId\n        secret\n        otpauthUri\n        expiresAt\n      }\n      sms {\n        setupId\n        phoneNumber\n        expiresAt\n        resendAvailableAt\n        codeDelivery\n      }\n    }\n    viewer {\n      id\n      email\n      twoFactor {\n        id\n        isOn\n        preferredMethod\n        factors {\n          id\n          method\n        }\n      }\n    }\n  }\n": types.SetUpProgressDocument,
    "\n  fragment VerificationRequestFields on VerificationRequest {\n    id\n    status\n    app\n    networkName\n    reason\n    amount\n    payee\n    expiresAt\n    methods\n    maskedPhoneNumber\n    providerUrl\n    returnTo\n  }\n": types.VerificationRequestFieldsFragmentDoc,
    "\n  query VerificationRequest($id: ID!) {\n    viewer {\n      id\n      email\n    }\n    verificationRequest(id: $id) {\n      ...VerificationRequestFields\n    }\n  }\n": types.VerificationRequestDocument,
    "\n  mutation AnswerVerification($input: AnswerVerificationInput!) {\n    answerVerification(input: $input) {\n      ... on VerificationEnded {\n        status\n        returnTo\n      }\n      ...WrongCode\n    }\n  }\n": types.AnswerVerificationDocument,
    "\n  mutation AnswerVerificationByProvider($id: ID!) {\n    answerVerificationByProvider(id: $id) {\n      ... on VerificationEnded {\n        status\n        returnTo\n      }\n    }\n  }\n": types.AnswerVerificationByProviderDocument,
    "\n  mutation DeclineVerification($id: ID!) {\n    declineVerification(id: $id) {\n      status\n      returnTo\n    }\n  }\n": types.DeclineVerificationDocument,
    "\n  mutation LeaveVerification($id: ID!) {\n    leaveVerification(id: $id) {\n      status\n      returnTo\n    }\n  }\n": types.LeaveVerificationDocument,
    "\n  mutation BeginPasskeyVerification($id: ID!) {\n    beginPasskeyVerification(id: $id) {\n      ...PasskeyChallengeFields\n    }\n  }\n": types.BeginPasskeyVerificationDocument,
    "\n  mutation SendVerificationCode($id: ID!) {\n    sendVerificationCode(id: $id) {\n      ...SendCodeFields\n    }\n  }\n": types.SendVerificationCodeDocument,
    "\n  fragment Sheet on BackupCodeSheet {\n    generatedAt\n    codes {\n      code\n      usedAt\n    }\n  }\n": types.SheetFragmentDoc,
    "\n  mutation RevealBackupCodes {\n    revealBackupCodes {\n      ...Sheet\n    }\n  }\n": types.RevealBackupCodesDocument,
    "\n  mutation SendMailboxCode($signInId: ID) {\n    sendMailboxCode(signInId: $signInId) {\n      ...SendCodeFields\n    }\n  }\n": types.SendMailboxCodeDocument,
    "\n  mutation ProveMailbox($code: String!, $signInId: ID) {\n    proveMailbox(code: $code, signInId: $signInId) {\n      ...SignInStepFields\n    }\n  }\n": types.ProveMailboxDocument,
    "\n  query NetworkJoinLink($slug: String!) {\n    network(slug: $slug) {\n      id\n      joinLink {\n        domains\n        createdAt\n        creatorName\n      }\n    }\n  }\n": types.NetworkJoinLinkDocument,
    "\n  mutation ChangeRole($input: ChangeRoleInput!) {\n    changeRole(input: $input) {\n      ... on RoleChanged {\n        member {\n          ...TeammateFields\n        }\n      }\n    }\n  }\n": types.ChangeRoleDocument,
    "\n  mutation EndMemberSessions($membershipId: ID!) {\n    endMemberSessions(membershipId: $membershipId)\n  }\n": types.EndMemberSessionsDocument,
    "\n  mutation RemoveMember($input: MemberInput!) {\n    removeMember(input: $input) {\n      __typename\n    }\n  }\n": types.RemoveMemberDocument,
    "\n  mutation TransferOwnership($input: TransferOwnershipInput!) {\n    transferOwnership(input: $input) {\n      ...InvalidFields\n    }\n  }\n": types.TransferOwnershipDocument,
    "\n  fragment PasskeyChallengeFields on PasskeyChallengeResult {\n    ... on PasskeyChallenge {\n      optionsJson\n    }\n    ...TooManyTries\n    ...EndedSignIn\n  }\n": types.PasskeyChallengeFieldsFragmentDoc,
    "\n  fragment SendCodeFields on SendCodeResult {\n    ... on CodeSent {\n      sentTo\n      expiresAt\n      resendAvailableAt\n    }\n    ... on SendCodeTooSoon {\n      retryAt\n    }\n    ...TooManyTries\n    ...EndedSignIn\n  }\n": types.SendCodeFieldsFragmentDoc,
    "\n  fragment EndedSignIn on SignInExpired {\n    wasReplaced\n  }\n": types.EndedSignInFragmentDoc,
    "\n  fragment SignInStepFields on SignInStep {\n    ... on SignedIn {\n      viewer {\n        id\n        twoFactor {\n          id\n          backupCodesLeft\n        }\n      }\n    }\n    ... on SecondStepRequired {\n      signInId\n      email\n      methods\n      preferred\n      maskedPhoneNumber\n      codeDelivery\n      sendRetryAt\n      resendAvailableAt\n      trustDeviceAllowed\n      reEnrolmentOffered\n      reEnrolmentFrom\n      reEnrolmentAwaits {\n        id\n        name\n      }\n      expiresAt\n    }\n    ... on SetUpRequired {\n      signInId\n      maskedEmail\n      mailboxProofRequired\n      isReEnrolment\n      expiresAt\n      networks {\n        id\n        name\n        slug\n        deadline\n        helpContact\n      }\n      otherNetworks {\n        id\n        name\n        slug\n      }\n    }\n    ... on SsoRequired {\n      startUrl\n      network {\n        id\n        name\n      }\n    }\n    ...WrongCode\n    ...TooManyTries\n    ...EndedSignIn\n  }\n": types.SignInStepFieldsFragmentDoc,
    "\n  query SignInProgress {\n    signInProgress {\n      ...SignInStepFields\n    }\n  }\n": types.SignInProgressDocument,
    "\n  mutation ExtendSignIn($signInId: ID) {\n    extendSignIn(signInId: $signInId) {\n      ...SignInStepFields\n    }\n  }\n": types.ExtendSignInDocument,
    "\n  fragment WrongCode on InvalidCode {\n    attemptsLeft\n    alreadyUsed\n    clockOffsetSeconds\n    isOver\n  }\n": types.WrongCodeFragmentDoc,
    "\n  fragment TooManyTries on TooManyAttempts {\n    retryAt\n    remedy\n  }\n": types.TooManyTriesFragmentDoc,
    "\n  fragment InvalidFields on InvalidInput {\n    fields {\n      field\n    }\n  }\n": types.InvalidFieldsFragmentDoc,
    "\n  query CompanySignOut {\n    viewer {\n      id\n      companySignOutUrl\n    }\n  }\n": types.CompanySignOutDocument,
    "\n  mutation SignOut {\n    signOut\n  }\n": types.SignOutDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Admission {\n    capabilities {\n      signUp\n      signUpDomains\n      networkCreation\n    }\n  }\n"): (typeof documents)["\n  query Admission {\n    capabilities {\n      signUp\n      signUpDomains\n      networkCreation\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelAccountDeletion {\n    cancelAccountDeletion\n  }\n"): (typeof documents)["\n  mutation CancelAccountDeletion {\n    cancelAccountDeletion\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Shell {\n    viewer {\n      id\n      name\n      email\n      sessionExpiresAt\n      isCompanySignIn\n      deletionAt\n      locale\n      twoFactor {\n        id\n        isOn\n      }\n      memberships {\n        id\n        standing\n        deadline\n        allowedMethods\n        network {\n          id\n          name\n          slug\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Shell {\n    viewer {\n      id\n      name\n      email\n      sessionExpiresAt\n      isCompanySignIn\n      deletionAt\n      locale\n      twoFactor {\n        id\n        isOn\n      }\n      memberships {\n        id\n        standing\n        deadline\n        allowedMethods\n        network {\n          id\n          name\n          slug\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetLocale($locale: Locale!) {\n    setLocale(locale: $locale) {\n      id\n      locale\n    }\n  }\n"): (typeof documents)["\n  mutation SetLocale($locale: Locale!) {\n    setLocale(locale: $locale) {\n      id\n      locale\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TwoFactorFields on AccountTwoFactor {\n    id\n    isOn\n    preferredMethod\n    maskedPhoneNumber\n    backupCodesLeft\n    backupCodesTotal\n    backupCodesGeneratedAt\n    factors {\n      id\n      method\n      label\n      createdAt\n      lastUsedAt\n    }\n    mandatoryIn {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment TwoFactorFields on AccountTwoFactor {\n    id\n    isOn\n    preferredMethod\n    maskedPhoneNumber\n    backupCodesLeft\n    backupCodesTotal\n    backupCodesGeneratedAt\n    factors {\n      id\n      method\n      label\n      createdAt\n      lastUsedAt\n    }\n    mandatoryIn {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccountFields on Viewer {\n    id\n    name\n    email\n    isCompanySignIn\n    twoFactor {\n      ...TwoFactorFields\n    }\n    sessions {\n      id\n      isCurrent\n      device\n      address\n      lastSeenAt\n    }\n    trustedDevices {\n      id\n      device\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  fragment AccountFields on Viewer {\n    id\n    name\n    email\n    isCompanySignIn\n    twoFactor {\n      ...TwoFactorFields\n    }\n    sessions {\n      id\n      isCurrent\n      device\n      address\n      lastSeenAt\n    }\n    trustedDevices {\n      id\n      device\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Account {\n    viewer {\n      ...AccountFields\n    }\n  }\n"): (typeof documents)["\n  query Account {\n    viewer {\n      ...AccountFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccountActivity {\n    viewer {\n      id\n      activity(first: 20) {\n        id\n        at\n        type\n        device\n        address\n      }\n    }\n  }\n"): (typeof documents)["\n  query AccountActivity {\n    viewer {\n      id\n      activity(first: 20) {\n        id\n        at\n        type\n        device\n        address\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AppSessions {\n    viewer {\n      id\n      appSessions {\n        appId\n        appName\n        networkName\n        lastUsedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query AppSessions {\n    viewer {\n      id\n      appSessions {\n        appId\n        appName\n        networkName\n        lastUsedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndAppSessions($appId: ID) {\n    endAppSessions(appId: $appId)\n  }\n"): (typeof documents)["\n  mutation EndAppSessions($appId: ID) {\n    endAppSessions(appId: $appId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegenerateBackupCodes {\n    regenerateBackupCodes {\n      ...Sheet\n    }\n  }\n"): (typeof documents)["\n  mutation RegenerateBackupCodes {\n    regenerateBackupCodes {\n      ...Sheet\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestDataExport {\n    requestDataExport\n  }\n"): (typeof documents)["\n  mutation RequestDataExport {\n    requestDataExport\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NetworksToLeave {\n    viewer {\n      id\n      memberships {\n        id\n        role\n        isOnlyOwner\n        network {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query NetworksToLeave {\n    viewer {\n      id\n      memberships {\n        id\n        role\n        isOnlyOwner\n        network {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteAccount {\n    deleteAccount {\n      ... on AccountDeletionScheduled {\n        at\n      }\n      ... on LastOwner {\n        networks {\n          id\n          name\n          slug\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteAccount {\n    deleteAccount {\n      ... on AccountDeletionScheduled {\n        at\n      }\n      ... on LastOwner {\n        networks {\n          id\n          name\n          slug\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ForgetTrustedDevice($id: ID!) {\n    forgetTrustedDevice(id: $id) {\n      ...AccountFields\n    }\n  }\n"): (typeof documents)["\n  mutation ForgetTrustedDevice($id: ID!) {\n    forgetTrustedDevice(id: $id) {\n      ...AccountFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeEmail($input: ChangeEmailInput!) {\n    changeEmail(input: $input) {\n      ... on EmailChangeCodeSent {\n        email\n      }\n      ...InvalidFields\n      ...TooManyTries\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeEmail($input: ChangeEmailInput!) {\n    changeEmail(input: $input) {\n      ... on EmailChangeCodeSent {\n        email\n      }\n      ...InvalidFields\n      ...TooManyTries\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmEmailChange($code: String!) {\n    confirmEmailChange(code: $code) {\n      ... on EmailChanged {\n        viewer {\n          id\n          email\n        }\n      }\n      ...WrongCode\n      ...TooManyTries\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmEmailChange($code: String!) {\n    confirmEmailChange(code: $code) {\n      ... on EmailChanged {\n        viewer {\n          id\n          email\n        }\n      }\n      ...WrongCode\n      ...TooManyTries\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExportData($token: String!) {\n    exportData(token: $token) {\n      ... on DataExport {\n        json\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ExportData($token: String!) {\n    exportData(token: $token) {\n      ... on DataExport {\n        json\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetPreferredMethod($method: FactorMethod!) {\n    setPreferredMethod(method: $method) {\n      ... on PreferredMethodSet {\n        viewer {\n          id\n          twoFactor {\n            ...TwoFactorFields\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetPreferredMethod($method: FactorMethod!) {\n    setPreferredMethod(method: $method) {\n      ... on PreferredMethodSet {\n        viewer {\n          id\n          twoFactor {\n            ...TwoFactorFields\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveFactor($id: ID!) {\n    removeFactor(id: $id) {\n      ... on FactorRemoved {\n        viewer {\n          id\n          twoFactor {\n            ...TwoFactorFields\n          }\n        }\n      }\n      ... on TwoFactorMandatory {\n        networks {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveFactor($id: ID!) {\n    removeFactor(id: $id) {\n      ... on FactorRemoved {\n        viewer {\n          id\n          twoFactor {\n            ...TwoFactorFields\n          }\n        }\n      }\n      ... on TwoFactorMandatory {\n        networks {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeName($input: ChangeNameInput!) {\n    changeName(input: $input) {\n      ... on NameChanged {\n        viewer {\n          id\n          name\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeName($input: ChangeNameInput!) {\n    changeName(input: $input) {\n      ... on NameChanged {\n        viewer {\n          id\n          name\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenamePasskey($id: ID!, $label: String!) {\n    renamePasskey(id: $id, label: $label) {\n      id\n      twoFactor {\n        ...TwoFactorFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenamePasskey($id: ID!, $label: String!) {\n    renamePasskey(id: $id, label: $label) {\n      id\n      twoFactor {\n        ...TwoFactorFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($id: ID!) {\n    endSession(id: $id) {\n      ...AccountFields\n    }\n  }\n"): (typeof documents)["\n  mutation EndSession($id: ID!) {\n    endSession(id: $id) {\n      ...AccountFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndOtherSessions {\n    endOtherSessions {\n      ...AccountFields\n    }\n  }\n"): (typeof documents)["\n  mutation EndOtherSessions {\n    endOtherSessions {\n      ...AccountFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TurnOffTwoFactor {\n    turnOffTwoFactor {\n      ... on FactorRemoved {\n        viewer {\n          id\n          twoFactor {\n            ...TwoFactorFields\n          }\n        }\n      }\n      ... on TwoFactorMandatory {\n        networks {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TurnOffTwoFactor {\n    turnOffTwoFactor {\n      ... on FactorRemoved {\n        viewer {\n          id\n          twoFactor {\n            ...TwoFactorFields\n          }\n        }\n      }\n      ... on TwoFactorMandatory {\n        networks {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApp($input: CreateAppInput!) {\n    createApp(input: $input) {\n      ... on AppCreated {\n        clientSecret\n        app {\n          ...AppFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApp($input: CreateAppInput!) {\n    createApp(input: $input) {\n      ... on AppCreated {\n        clientSecret\n        app {\n          ...AppFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateApp($input: UpdateAppInput!) {\n    updateApp(input: $input) {\n      ... on AppUpdated {\n        app {\n          ...AppFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateApp($input: UpdateAppInput!) {\n    updateApp(input: $input) {\n      ... on AppUpdated {\n        app {\n          ...AppFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndMemberAppSessions($appId: ID!, $memberId: ID!) {\n    endMemberAppSessions(appId: $appId, memberId: $memberId)\n  }\n"): (typeof documents)["\n  mutation EndMemberAppSessions($appId: ID!, $memberId: ID!) {\n    endMemberAppSessions(appId: $appId, memberId: $memberId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AppFields on App {\n    id\n    name\n    url\n    logo\n    roles\n    requires\n    clientId\n    redirectUris\n    postLogoutRedirectUris\n    backChannelLogoutUri\n    hosts\n    pathRules {\n      prefix\n      roles\n      requires\n      isPublic\n      withinMinutes\n    }\n    tokenEndpointAuthMethod\n    idTokenSignedResponseAlg\n    jwks\n    liveSecrets\n    lastUsedAt\n  }\n"): (typeof documents)["\n  fragment AppFields on App {\n    id\n    name\n    url\n    logo\n    roles\n    requires\n    clientId\n    redirectUris\n    postLogoutRedirectUris\n    backChannelLogoutUri\n    hosts\n    pathRules {\n      prefix\n      roles\n      requires\n      isPublic\n      withinMinutes\n    }\n    tokenEndpointAuthMethod\n    idTokenSignedResponseAlg\n    jwks\n    liveSecrets\n    lastUsedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Apps($slug: String!) {\n    network(slug: $slug) {\n      id\n      apps {\n        ...AppFields\n      }\n    }\n  }\n"): (typeof documents)["\n  query Apps($slug: String!) {\n    network(slug: $slug) {\n      id\n      apps {\n        ...AppFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AppPeople($slug: String!, $id: ID!, $after: String) {\n    network(slug: $slug) {\n      id\n      app(id: $id) {\n        id\n        name\n        people(after: $after) {\n          nodes {\n            memberId\n            name\n            email\n            role\n            firstUsedAt\n            lastUsedAt\n            isSignedIn\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query AppPeople($slug: String!, $id: ID!, $after: String) {\n    network(slug: $slug) {\n      id\n      app(id: $id) {\n        id\n        name\n        people(after: $after) {\n          nodes {\n            memberId\n            name\n            email\n            role\n            firstUsedAt\n            lastUsedAt\n            isSignedIn\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AppEntry($id: ID!) {\n    appEntry(id: $id) {\n      ... on AppEntryOpen {\n        app {\n          name\n          logo\n          host\n        }\n        network {\n          id\n          name\n        }\n        isFirstVisit\n      }\n      ... on AppEntryRefused {\n        app {\n          name\n          host\n        }\n        networkName\n        email\n        reason\n      }\n    }\n  }\n"): (typeof documents)["\n  query AppEntry($id: ID!) {\n    appEntry(id: $id) {\n      ... on AppEntryOpen {\n        app {\n          name\n          logo\n          host\n        }\n        network {\n          id\n          name\n        }\n        isFirstVisit\n      }\n      ... on AppEntryRefused {\n        app {\n          name\n          host\n        }\n        networkName\n        email\n        reason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteApp($id: ID!) {\n    deleteApp(id: $id)\n  }\n"): (typeof documents)["\n  mutation DeleteApp($id: ID!) {\n    deleteApp(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateAppSecret($id: ID!) {\n    rotateAppSecret(id: $id) {\n      ... on AppCreated {\n        clientSecret\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RotateAppSecret($id: ID!) {\n    rotateAppSecret(id: $id) {\n      ... on AppCreated {\n        clientSecret\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhoConfirms {\n    viewer {\n      id\n      email\n      twoFactor {\n        id\n        preferredMethod\n        maskedPhoneNumber\n        backupCodesLeft\n        factors {\n          id\n          method\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query WhoConfirms {\n    viewer {\n      id\n      email\n      twoFactor {\n        id\n        preferredMethod\n        maskedPhoneNumber\n        backupCodesLeft\n        factors {\n          id\n          method\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendReauthenticationCode {\n    sendReauthenticationCode {\n      ...SendCodeFields\n    }\n  }\n"): (typeof documents)["\n  mutation SendReauthenticationCode {\n    sendReauthenticationCode {\n      ...SendCodeFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginPasskeyReauthentication {\n    beginPasskeyReauthentication {\n      ...PasskeyChallengeFields\n    }\n  }\n"): (typeof documents)["\n  mutation BeginPasskeyReauthentication {\n    beginPasskeyReauthentication {\n      ...PasskeyChallengeFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Reauthenticate($input: ReauthenticateInput!) {\n    reauthenticate(input: $input) {\n      ...WrongCode\n      ...TooManyTries\n    }\n  }\n"): (typeof documents)["\n  mutation Reauthenticate($input: ReauthenticateInput!) {\n    reauthenticate(input: $input) {\n      ...WrongCode\n      ...TooManyTries\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignUpProgress {\n    signUpProgress {\n      email\n      expiresAt\n      resendAvailableAt\n      codeDelivery\n    }\n  }\n"): (typeof documents)["\n  query SignUpProgress {\n    signUpProgress {\n      email\n      expiresAt\n      resendAvailableAt\n      codeDelivery\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmEmail($input: ConfirmEmailInput!) {\n    confirmEmail(input: $input) {\n      ... on SignedIn {\n        viewer {\n          id\n          twoFactor {\n            id\n            backupCodesLeft\n          }\n        }\n      }\n      ...WrongCode\n      ...TooManyTries\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmEmail($input: ConfirmEmailInput!) {\n    confirmEmail(input: $input) {\n      ... on SignedIn {\n        viewer {\n          id\n          twoFactor {\n            id\n            backupCodesLeft\n          }\n        }\n      }\n      ...WrongCode\n      ...TooManyTries\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResendConfirmationCode {\n    resendConfirmationCode {\n      ...SendCodeFields\n    }\n  }\n"): (typeof documents)["\n  mutation ResendConfirmationCode {\n    resendConfirmationCode {\n      ...SendCodeFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestPasswordReset($email: String!) {\n    requestPasswordReset(email: $email) {\n      ... on PasswordResetSent {\n        email\n      }\n      ...InvalidFields\n      ...TooManyTries\n    }\n  }\n"): (typeof documents)["\n  mutation RequestPasswordReset($email: String!) {\n    requestPasswordReset(email: $email) {\n      ... on PasswordResetSent {\n        email\n      }\n      ...InvalidFields\n      ...TooManyTries\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AmISignedIn {\n    viewer {\n      id\n    }\n    capabilities {\n      demo\n      devInbox\n      signUp\n      networkCreation\n    }\n  }\n"): (typeof documents)["\n  query AmISignedIn {\n    viewer {\n      id\n    }\n    capabilities {\n      demo\n      devInbox\n      signUp\n      networkCreation\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelReEnrolment($token: String!) {\n    cancelReEnrolment(token: $token) {\n      ... on ReEnrolmentCancelled {\n        network {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelReEnrolment($token: String!) {\n    cancelReEnrolment(token: $token) {\n      ... on ReEnrolmentCancelled {\n        network {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoEmailChange($token: String!) {\n    undoEmailChange(token: $token) {\n      ... on EmailChangeUndone {\n        email\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UndoEmailChange($token: String!) {\n    undoEmailChange(token: $token) {\n      ... on EmailChangeUndone {\n        email\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PreviewPasswordReset($token: String!) {\n    passwordResetPreview(token: $token) {\n      ... on PasswordResetPreview {\n        email\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PreviewPasswordReset($token: String!) {\n    passwordResetPreview(token: $token) {\n      ... on PasswordResetPreview {\n        email\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      ...InvalidFields\n      ...TooManyTries\n    }\n  }\n"): (typeof documents)["\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      ...InvalidFields\n      ...TooManyTries\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      ... on ApiKeyCreated {\n        token\n      }\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      ... on ApiKeyCreated {\n        token\n      }\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WebhookDeliveryFields on WebhookDelivery {\n    id\n    type\n    state\n    createdAt\n    nextTryAt\n    answers {\n      at\n      status\n      durationMs\n      problem\n      problemCode\n    }\n  }\n"): (typeof documents)["\n  fragment WebhookDeliveryFields on WebhookDelivery {\n    id\n    type\n    state\n    createdAt\n    nextTryAt\n    answers {\n      at\n      status\n      durationMs\n      problem\n      problemCode\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookDeliveries($slug: String!, $after: String) {\n    network(slug: $slug) {\n      id\n      webhooks {\n        id\n        deliveries(first: 20, after: $after) {\n          edges {\n            cursor\n            node {\n              ...WebhookDeliveryFields\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query WebhookDeliveries($slug: String!, $after: String) {\n    network(slug: $slug) {\n      id\n      webhooks {\n        id\n        deliveries(first: 20, after: $after) {\n          edges {\n            cursor\n            node {\n              ...WebhookDeliveryFields\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Redeliver($deliveryId: ID!) {\n    redeliver(deliveryId: $deliveryId) {\n      ...WebhookDeliveryFields\n    }\n  }\n"): (typeof documents)["\n  mutation Redeliver($deliveryId: ID!) {\n    redeliver(deliveryId: $deliveryId) {\n      ...WebhookDeliveryFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ApiKeyFields on ApiKey {\n    id\n    name\n    prefix\n    scopes\n    returnAddresses\n    state\n    createdBy\n    expiresAt\n    lastUsedAt\n  }\n"): (typeof documents)["\n  fragment ApiKeyFields on ApiKey {\n    id\n    name\n    prefix\n    scopes\n    returnAddresses\n    state\n    createdBy\n    expiresAt\n    lastUsedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WebhookFields on Webhook {\n    id\n    url\n    eventTypes\n    pausedAt\n    pausedBecause\n    pausedBecauseCode\n    previousSecretUntil\n  }\n"): (typeof documents)["\n  fragment WebhookFields on Webhook {\n    id\n    url\n    eventTypes\n    pausedAt\n    pausedBecause\n    pausedBecauseCode\n    previousSecretUntil\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Integrations($slug: String!) {\n    network(slug: $slug) {\n      id\n      slug\n      apiKeys {\n        ...ApiKeyFields\n      }\n      webhooks {\n        ...WebhookFields\n      }\n    }\n  }\n"): (typeof documents)["\n  query Integrations($slug: String!) {\n    network(slug: $slug) {\n      id\n      slug\n      apiKeys {\n        ...ApiKeyFields\n      }\n      webhooks {\n        ...WebhookFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      ...ApiKeyFields\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      ...ApiKeyFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetReturnAddresses($input: SetReturnAddressesInput!) {\n    setReturnAddresses(input: $input) {\n      ... on ReturnAddressesSet {\n        apiKey {\n          ...ApiKeyFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation SetReturnAddresses($input: SetReturnAddressesInput!) {\n    setReturnAddresses(input: $input) {\n      ... on ReturnAddressesSet {\n        apiKey {\n          ...ApiKeyFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      ... on WebhookCreated {\n        secret\n      }\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation CreateWebhook($input: CreateWebhookInput!) {\n    createWebhook(input: $input) {\n      ... on WebhookCreated {\n        secret\n      }\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeWebhook($input: ChangeWebhookInput!) {\n    changeWebhook(input: $input) {\n      ... on WebhookChanged {\n        webhook {\n          ...WebhookFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeWebhook($input: ChangeWebhookInput!) {\n    changeWebhook(input: $input) {\n      ... on WebhookChanged {\n        webhook {\n          ...WebhookFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteWebhook($webhookId: ID!) {\n    deleteWebhook(webhookId: $webhookId)\n  }\n"): (typeof documents)["\n  mutation DeleteWebhook($webhookId: ID!) {\n    deleteWebhook(webhookId: $webhookId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateWebhookSecret($webhookId: ID!) {\n    rotateWebhookSecret(webhookId: $webhookId) {\n      secret\n      webhook {\n        ...WebhookFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RotateWebhookSecret($webhookId: ID!) {\n    rotateWebhookSecret(webhookId: $webhookId) {\n      secret\n      webhook {\n        ...WebhookFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendTestEvent($webhookId: ID!) {\n    sendTestEvent(webhookId: $webhookId) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation SendTestEvent($webhookId: ID!) {\n    sendTestEvent(webhookId: $webhookId) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeWebhook($webhookId: ID!) {\n    resumeWebhook(webhookId: $webhookId) {\n      ...WebhookFields\n    }\n  }\n"): (typeof documents)["\n  mutation ResumeWebhook($webhookId: ID!) {\n    resumeWebhook(webhookId: $webhookId) {\n      ...WebhookFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateNetwork($input: CreateNetworkInput!) {\n    createNetwork(input: $input) {\n      ... on NetworkCreated {\n        network {\n          id\n          slug\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation CreateNetwork($input: CreateNetworkInput!) {\n    createNetwork(input: $input) {\n      ... on NetworkCreated {\n        network {\n          id\n          slug\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FirstSteps($slug: String!) {\n    viewer {\n      id\n      isCompanySignIn\n      twoFactor {\n        id\n        isOn\n      }\n    }\n    network(slug: $slug) {\n      id\n      peopleCount\n      invitations(first: 1) {\n        nodes {\n          id\n        }\n      }\n      security {\n        id\n        mandatory {\n          deadline\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FirstSteps($slug: String!) {\n    viewer {\n      id\n      isCompanySignIn\n      twoFactor {\n        id\n        isOn\n      }\n    }\n    network(slug: $slug) {\n      id\n      peopleCount\n      invitations(first: 1) {\n        nodes {\n          id\n        }\n      }\n      security {\n        id\n        mandatory {\n          deadline\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NetworkHome($slug: String!) {\n    viewer {\n      id\n      isCompanySignIn\n      twoFactor {\n        id\n        isOn\n      }\n    }\n    network(slug: $slug) {\n      id\n      peopleCount\n      people(first: 8) {\n        nodes {\n          id\n          name\n          role\n          isViewer\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query NetworkHome($slug: String!) {\n    viewer {\n      id\n      isCompanySignIn\n      twoFactor {\n        id\n        isOn\n      }\n    }\n    network(slug: $slug) {\n      id\n      peopleCount\n      people(first: 8) {\n        nodes {\n          id\n          name\n          role\n          isViewer\n        }\n        pageInfo {\n          hasNextPage\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PreviewInvitation($token: String!) {\n    invitationPreview(token: $token) {\n      ... on InvitationPreview {\n        networkName\n        locale\n        inviterName\n        role\n        sentTo\n        isTwoFactorRequired\n        isForViewer\n        expiresAt\n      }\n      ... on JoinLinkPreview {\n        networkName\n        locale\n        role\n        domains\n        isTwoFactorRequired\n        isForViewer\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PreviewInvitation($token: String!) {\n    invitationPreview(token: $token) {\n      ... on InvitationPreview {\n        networkName\n        locale\n        inviterName\n        role\n        sentTo\n        isTwoFactorRequired\n        isForViewer\n        expiresAt\n      }\n      ... on JoinLinkPreview {\n        networkName\n        locale\n        role\n        domains\n        isTwoFactorRequired\n        isForViewer\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhoAmI {\n    viewer {\n      id\n      email\n    }\n  }\n"): (typeof documents)["\n  query WhoAmI {\n    viewer {\n      id\n      email\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptInvitation($token: String!) {\n    acceptInvitation(token: $token) {\n      ... on InvitationAccepted {\n        membership {\n          ...MyNetworkFields\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AcceptInvitation($token: String!) {\n    acceptInvitation(token: $token) {\n      ... on InvitationAccepted {\n        membership {\n          ...MyNetworkFields\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SwitchAccount {\n    signOut\n  }\n"): (typeof documents)["\n  mutation SwitchAccount {\n    signOut\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LeaveNetwork($networkId: ID!) {\n    leaveNetwork(networkId: $networkId) {\n      ... on NetworkLeft {\n        viewer {\n          id\n          memberships {\n            ...MyNetworkFields\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation LeaveNetwork($networkId: ID!) {\n    leaveNetwork(networkId: $networkId) {\n      ... on NetworkLeft {\n        viewer {\n          id\n          memberships {\n            ...MyNetworkFields\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MyNetworkFields on Membership {\n    id\n    role\n    standing\n    deadline\n    allowedMethods\n    helpContact\n    network {\n      id\n      name\n      slug\n      plan\n    }\n  }\n"): (typeof documents)["\n  fragment MyNetworkFields on Membership {\n    id\n    role\n    standing\n    deadline\n    allowedMethods\n    helpContact\n    network {\n      id\n      name\n      slug\n      plan\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyNetworks {\n    viewer {\n      id\n      isCompanySignIn\n      memberships {\n        ...MyNetworkFields\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyNetworks {\n    viewer {\n      id\n      isCompanySignIn\n      memberships {\n        ...MyNetworkFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NetworkFields on Network {\n    id\n    slug\n    name\n    plan\n    deletionAt\n    membership {\n      id\n      role\n      standing\n      deadline\n    }\n  }\n"): (typeof documents)["\n  fragment NetworkFields on Network {\n    id\n    slug\n    name\n    plan\n    deletionAt\n    membership {\n      id\n      role\n      standing\n      deadline\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Network($slug: String!) {\n    network(slug: $slug) {\n      ...NetworkFields\n    }\n  }\n"): (typeof documents)["\n  query Network($slug: String!) {\n    network(slug: $slug) {\n      ...NetworkFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResendInvitation($input: InvitationInput!) {\n    resendInvitation(input: $input) {\n      ... on InvitationSent {\n        email\n      }\n      ...TooManyTries\n    }\n  }\n"): (typeof documents)["\n  mutation ResendInvitation($input: InvitationInput!) {\n    resendInvitation(input: $input) {\n      ... on InvitationSent {\n        email\n      }\n      ...TooManyTries\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteMembers($input: InviteMembersInput!) {\n    inviteMembers(input: $input) {\n      ... on MembersInvited {\n        outcomes {\n          email\n          outcome\n          retryAt\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation InviteMembers($input: InviteMembersInput!) {\n    inviteMembers(input: $input) {\n      ... on MembersInvited {\n        outcomes {\n          email\n          outcome\n          retryAt\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateJoinLink($networkId: ID!) {\n    createJoinLink(networkId: $networkId) {\n      ... on JoinLinkCreated {\n        url\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateJoinLink($networkId: ID!) {\n    createJoinLink(networkId: $networkId) {\n      ... on JoinLinkCreated {\n        url\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteJoinLink($networkId: ID!) {\n    deleteJoinLink(networkId: $networkId)\n  }\n"): (typeof documents)["\n  mutation DeleteJoinLink($networkId: ID!) {\n    deleteJoinLink(networkId: $networkId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TeammateFields on Teammate {\n    id\n    name\n    email\n    role\n    joinedAt\n    isViewer\n  }\n"): (typeof documents)["\n  fragment TeammateFields on Teammate {\n    id\n    name\n    email\n    role\n    joinedAt\n    isViewer\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment InvitationFields on Invitation {\n    id\n    email\n    role\n    inviterName\n    sentAt\n    expiresAt\n  }\n"): (typeof documents)["\n  fragment InvitationFields on Invitation {\n    id\n    email\n    role\n    inviterName\n    sentAt\n    expiresAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NetworkPeople($slug: String!, $search: String, $after: String) {\n    network(slug: $slug) {\n      id\n      people(search: $search, after: $after) {\n        nodes {\n          ...TeammateFields\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query NetworkPeople($slug: String!, $search: String, $after: String) {\n    network(slug: $slug) {\n      id\n      people(search: $search, after: $after) {\n        nodes {\n          ...TeammateFields\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NetworkInvitations($slug: String!, $after: String) {\n    network(slug: $slug) {\n      id\n      invitations(after: $after) {\n        nodes {\n          ...InvitationFields\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query NetworkInvitations($slug: String!, $after: String) {\n    network(slug: $slug) {\n      id\n      invitations(after: $after) {\n        nodes {\n          ...InvitationFields\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeInvitation($input: InvitationInput!) {\n    revokeInvitation(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeInvitation($input: InvitationInput!) {\n    revokeInvitation(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteAgain($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation InviteAgain($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UnprotectedMembers($slug: String!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        mandatory {\n          deadline\n        }\n        coverage {\n          without\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query UnprotectedMembers($slug: String!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        mandatory {\n          deadline\n        }\n        coverage {\n          without\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SlugAvailability($slug: String!) {\n    slugAvailability(slug: $slug) {\n      slug\n      isAvailable\n    }\n  }\n"): (typeof documents)["\n  query SlugAvailability($slug: String!) {\n    slugAvailability(slug: $slug) {\n      slug\n      isAvailable\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query YourApps {\n    viewer {\n      id\n      apps {\n        id\n        name\n        logo\n        url\n        networkId\n      }\n    }\n  }\n"): (typeof documents)["\n  query YourApps {\n    viewer {\n      id\n      apps {\n        id\n        name\n        logo\n        url\n        networkId\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ActivateMandatoryTwoFactor($input: ActivateMandatoryTwoFactorInput!) {\n    activateMandatoryTwoFactor(input: $input) {\n      ... on MandateActivated {\n        notified\n        security {\n          ...SecurityFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation ActivateMandatoryTwoFactor($input: ActivateMandatoryTwoFactorInput!) {\n    activateMandatoryTwoFactor(input: $input) {\n      ... on MandateActivated {\n        notified\n        security {\n          ...SecurityFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GrantReEnrolment($input: GrantReEnrolmentInput!) {\n    grantReEnrolment(input: $input) {\n      ... on ReEnrolmentGranted {\n        usableFrom\n        expiresAt\n        othersHaveToAgree\n      }\n      ...TooManyTries\n    }\n  }\n"): (typeof documents)["\n  mutation GrantReEnrolment($input: GrantReEnrolmentInput!) {\n    grantReEnrolment(input: $input) {\n      ... on ReEnrolmentGranted {\n        usableFrom\n        expiresAt\n        othersHaveToAgree\n      }\n      ...TooManyTries\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendMandateMailToMe($networkId: ID!, $graceHours: Int!, $deadline: DateTime, $timeZone: String) {\n    sendMandateMailToMe(networkId: $networkId, graceHours: $graceHours, deadline: $deadline, timeZone: $timeZone)\n  }\n"): (typeof documents)["\n  mutation SendMandateMailToMe($networkId: ID!, $graceHours: Int!, $deadline: DateTime, $timeZone: String) {\n    sendMandateMailToMe(networkId: $networkId, graceHours: $graceHours, deadline: $deadline, timeZone: $timeZone)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeactivateMandatoryTwoFactor($networkId: ID!) {\n    deactivateMandatoryTwoFactor(networkId: $networkId) {\n      ... on MandateDeactivated {\n        security {\n          ...SecurityFields\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeactivateMandatoryTwoFactor($networkId: ID!) {\n    deactivateMandatoryTwoFactor(networkId: $networkId) {\n      ... on MandateDeactivated {\n        security {\n          ...SecurityFields\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AllowedMethodsPreview($slug: String!, $methods: [FactorMethod!]!, $graceHours: Int!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        previewAllowedMethods(methods: $methods, graceHours: $graceHours) {\n          affected\n          deadline\n          isNoticeNeeded\n          isOwnMethodMissing\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query AllowedMethodsPreview($slug: String!, $methods: [FactorMethod!]!, $graceHours: Int!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        previewAllowedMethods(methods: $methods, graceHours: $graceHours) {\n          affected\n          deadline\n          isNoticeNeeded\n          isOwnMethodMissing\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeAllowedMethods($input: ChangeAllowedMethodsInput!) {\n    changeAllowedMethods(input: $input) {\n      ... on AllowedMethodsChanged {\n        security {\n          ...SecurityFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeAllowedMethods($input: ChangeAllowedMethodsInput!) {\n    changeAllowedMethods(input: $input) {\n      ... on AllowedMethodsChanged {\n        security {\n          ...SecurityFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GiveMoreTime($input: GiveMoreTimeInput!) {\n    giveMoreTime(input: $input) {\n      ... on MoreTimeGiven {\n        members\n        security {\n          ...SecurityFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation GiveMoreTime($input: GiveMoreTimeInput!) {\n    giveMoreTime(input: $input) {\n      ... on MoreTimeGiven {\n        members\n        security {\n          ...SecurityFields\n        }\n      }\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteNetwork($input: DeleteNetworkInput!) {\n    deleteNetwork(input: $input) {\n      ... on NetworkDeletionScheduled {\n        at\n      }\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteNetwork($input: DeleteNetworkInput!) {\n    deleteNetwork(input: $input) {\n      ... on NetworkDeletionScheduled {\n        at\n      }\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelNetworkDeletion($networkId: ID!) {\n    cancelNetworkDeletion(networkId: $networkId)\n  }\n"): (typeof documents)["\n  mutation CancelNetworkDeletion($networkId: ID!) {\n    cancelNetworkDeletion(networkId: $networkId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TrustedDevicesPreview($slug: String!, $days: Int!, $graceHours: Int!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        preview: previewTrustedDeviceDays(days: $days, graceHours: $graceHours) {\n          ...Notice\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TrustedDevicesPreview($slug: String!, $days: Int!, $graceHours: Int!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        preview: previewTrustedDeviceDays(days: $days, graceHours: $graceHours) {\n          ...Notice\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetTrustedDeviceDays($networkId: ID!, $days: Int!, $graceHours: Int!, $timeZone: String) {\n    setTrustedDeviceDays(networkId: $networkId, days: $days, graceHours: $graceHours, timeZone: $timeZone) {\n      ...ChangedSetting\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation SetTrustedDeviceDays($networkId: ID!, $days: Int!, $graceHours: Int!, $timeZone: String) {\n    setTrustedDeviceDays(networkId: $networkId, days: $days, graceHours: $graceHours, timeZone: $timeZone) {\n      ...ChangedSetting\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PasskeySignInPreview($slug: String!, $isAllowed: Boolean!, $graceHours: Int!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        preview: previewPasskeySignIn(isAllowed: $isAllowed, graceHours: $graceHours) {\n          ...Notice\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PasskeySignInPreview($slug: String!, $isAllowed: Boolean!, $graceHours: Int!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        preview: previewPasskeySignIn(isAllowed: $isAllowed, graceHours: $graceHours) {\n          ...Notice\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetPasskeySignIn($networkId: ID!, $isAllowed: Boolean!, $graceHours: Int!, $timeZone: String) {\n    setPasskeySignIn(networkId: $networkId, isAllowed: $isAllowed, graceHours: $graceHours, timeZone: $timeZone) {\n      ...ChangedSetting\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation SetPasskeySignIn($networkId: ID!, $isAllowed: Boolean!, $graceHours: Int!, $timeZone: String) {\n    setPasskeySignIn(networkId: $networkId, isAllowed: $isAllowed, graceHours: $graceHours, timeZone: $timeZone) {\n      ...ChangedSetting\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SessionLimitPreview($slug: String!, $hours: Int, $idleHours: Int, $graceHours: Int!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        preview: previewSessionLimit(hours: $hours, idleHours: $idleHours, graceHours: $graceHours) {\n          ...Notice\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SessionLimitPreview($slug: String!, $hours: Int, $idleHours: Int, $graceHours: Int!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        preview: previewSessionLimit(hours: $hours, idleHours: $idleHours, graceHours: $graceHours) {\n          ...Notice\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetSessionLimit($networkId: ID!, $hours: Int, $idleHours: Int, $graceHours: Int!, $timeZone: String) {\n    setSessionLimit(\n      networkId: $networkId\n      hours: $hours\n      idleHours: $idleHours\n      graceHours: $graceHours\n      timeZone: $timeZone\n    ) {\n      ...ChangedSetting\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation SetSessionLimit($networkId: ID!, $hours: Int, $idleHours: Int, $graceHours: Int!, $timeZone: String) {\n    setSessionLimit(\n      networkId: $networkId\n      hours: $hours\n      idleHours: $idleHours\n      graceHours: $graceHours\n      timeZone: $timeZone\n    ) {\n      ...ChangedSetting\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetHelpContact($networkId: ID!, $helpContact: String) {\n    setHelpContact(networkId: $networkId, helpContact: $helpContact) {\n      ...ChangedSetting\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation SetHelpContact($networkId: ID!, $helpContact: String) {\n    setHelpContact(networkId: $networkId, helpContact: $helpContact) {\n      ...ChangedSetting\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetNetworkLocale($networkId: ID!, $locale: Locale) {\n    setNetworkLocale(networkId: $networkId, locale: $locale) {\n      ...ChangedSetting\n    }\n  }\n"): (typeof documents)["\n  mutation SetNetworkLocale($networkId: ID!, $locale: Locale) {\n    setNetworkLocale(networkId: $networkId, locale: $locale) {\n      ...ChangedSetting\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetLogRetention($networkId: ID!, $days: Int) {\n    setLogRetention(networkId: $networkId, days: $days) {\n      ...ChangedSetting\n    }\n  }\n"): (typeof documents)["\n  mutation SetLogRetention($networkId: ID!, $days: Int) {\n    setLogRetention(networkId: $networkId, days: $days) {\n      ...ChangedSetting\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SecurityFields on NetworkSecurity {\n    id\n    mandatory {\n      activatedAt\n      activatedBy\n      deadline\n      remindableFrom\n    }\n    coverage {\n      total\n      withTwoFactor\n      authenticatorApp\n      sms\n      passkey\n      sso\n      without\n    }\n    allowedMethods\n    earlierMethods {\n      methods\n      until\n    }\n    helpContact\n    locale\n    trustedDeviceDays\n    allowsPasskeySignIn\n    earlierPasskeySignIn {\n      until\n    }\n    sessionHours\n    sessionIdleHours\n    logDays\n  }\n"): (typeof documents)["\n  fragment SecurityFields on NetworkSecurity {\n    id\n    mandatory {\n      activatedAt\n      activatedBy\n      deadline\n      remindableFrom\n    }\n    coverage {\n      total\n      withTwoFactor\n      authenticatorApp\n      sms\n      passkey\n      sso\n      without\n    }\n    allowedMethods\n    earlierMethods {\n      methods\n      until\n    }\n    helpContact\n    locale\n    trustedDeviceDays\n    allowsPasskeySignIn\n    earlierPasskeySignIn {\n      until\n    }\n    sessionHours\n    sessionIdleHours\n    logDays\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChangedSetting on SecuritySettingChanged {\n    security {\n      ...SecurityFields\n    }\n  }\n"): (typeof documents)["\n  fragment ChangedSetting on SecuritySettingChanged {\n    security {\n      ...SecurityFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ListedMember on Member {\n    id\n    name\n    email\n    role\n    standing\n    part\n    deadline\n    methods\n    externalId\n    lastSignInAt\n    lastMailAt\n    remindableFrom\n    extendedUntil\n    extensionReason\n    deletionAt\n    ssoProof\n  }\n"): (typeof documents)["\n  fragment ListedMember on Member {\n    id\n    name\n    email\n    role\n    standing\n    part\n    deadline\n    methods\n    externalId\n    lastSignInAt\n    lastMailAt\n    remindableFrom\n    extendedUntil\n    extensionReason\n    deletionAt\n    ssoProof\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NetworkSecurity($slug: String!) {\n    network(slug: $slug) {\n      id\n      security {\n        ...SecurityFields\n        coverageHistory {\n          at\n          total\n          without\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query NetworkSecurity($slug: String!) {\n    network(slug: $slug) {\n      id\n      security {\n        ...SecurityFields\n        coverageHistory {\n          at\n          total\n          without\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MandatePreview($slug: String!, $graceHours: Int!, $deadline: DateTime) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        preview(graceHours: $graceHours, deadline: $deadline) {\n          mailed\n          withoutTwoFactor\n          guestsWithout\n          companySignIn\n          pendingInvitations\n          deadline\n          isOwnTwoFactorMissing\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MandatePreview($slug: String!, $graceHours: Int!, $deadline: DateTime) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        preview(graceHours: $graceHours, deadline: $deadline) {\n          mailed\n          withoutTwoFactor\n          guestsWithout\n          companySignIn\n          pendingInvitations\n          deadline\n          isOwnTwoFactorMissing\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NetworkMembers(\n    $slug: String!\n    $after: String\n    $search: String\n    $part: CoveragePart\n    $standing: TwoFactorStanding\n    $role: Role\n    $method: FactorMethod\n    $signedInFrom: DateTime\n    $signedInBefore: DateTime\n    $hasSignedIn: Boolean\n    $order: MemberOrder!\n  ) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        members(\n          first: 50\n          after: $after\n          search: $search\n          part: $part\n          standing: $standing\n          role: $role\n          method: $method\n          signedInFrom: $signedInFrom\n          signedInBefore: $signedInBefore\n          hasSignedIn: $hasSignedIn\n          order: $order\n        ) {\n          totalCount\n          edges {\n            cursor\n            node {\n              ...ListedMember\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query NetworkMembers(\n    $slug: String!\n    $after: String\n    $search: String\n    $part: CoveragePart\n    $standing: TwoFactorStanding\n    $role: Role\n    $method: FactorMethod\n    $signedInFrom: DateTime\n    $signedInBefore: DateTime\n    $hasSignedIn: Boolean\n    $order: MemberOrder!\n  ) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        members(\n          first: 50\n          after: $after\n          search: $search\n          part: $part\n          standing: $standing\n          role: $role\n          method: $method\n          signedInFrom: $signedInFrom\n          signedInBefore: $signedInBefore\n          hasSignedIn: $hasSignedIn\n          order: $order\n        ) {\n          totalCount\n          edges {\n            cursor\n            node {\n              ...ListedMember\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditLog(\n    $slug: String!\n    $after: String\n    $types: [String!]\n    $person: String\n    $memberId: ID\n    $from: DateTime\n  ) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        auditLog(after: $after, types: $types, person: $person, memberId: $memberId, from: $from) {\n          edges {\n            cursor\n            node {\n              id\n              at\n              type\n              actor\n              actorKind\n              whom\n              words\n              details {\n                name\n                value\n              }\n              address\n              device\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query AuditLog(\n    $slug: String!\n    $after: String\n    $types: [String!]\n    $person: String\n    $memberId: ID\n    $from: DateTime\n  ) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        auditLog(after: $after, types: $types, person: $person, memberId: $memberId, from: $from) {\n          edges {\n            cursor\n            node {\n              id\n              at\n              type\n              actor\n              actorKind\n              whom\n              words\n              details {\n                name\n                value\n              }\n              address\n              device\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NetworkMember($slug: String!, $id: ID!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        member(id: $id) {\n          joinedAt\n          ssoAt\n          ...ListedMember\n        }\n        memberMails(memberId: $id) {\n          id\n          kind\n          at\n          delivery\n        }\n        memberSignIns(memberId: $id) {\n          id\n          at\n          methods\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query NetworkMember($slug: String!, $id: ID!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        member(id: $id) {\n          joinedAt\n          ssoAt\n          ...ListedMember\n        }\n        memberMails(memberId: $id) {\n          id\n          kind\n          at\n          delivery\n        }\n        memberSignIns(memberId: $id) {\n          id\n          at\n          methods\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Notice on SettingPreview {\n    isNoticeNeeded\n    mailed\n    deadline\n  }\n"): (typeof documents)["\n  fragment Notice on SettingPreview {\n    isNoticeNeeded\n    mailed\n    deadline\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemindMembers($networkId: ID!, $memberIds: [ID!], $filter: MemberFilterInput) {\n    remindMembers(networkId: $networkId, memberIds: $memberIds, filter: $filter) {\n      ... on MembersReminded {\n        reminded\n      }\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation RemindMembers($networkId: ID!, $memberIds: [ID!], $filter: MemberFilterInput) {\n    remindMembers(networkId: $networkId, memberIds: $memberIds, filter: $filter) {\n      ... on MembersReminded {\n        reminded\n      }\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginPasskeySignIn {\n    beginPasskeySignIn {\n      ...PasskeyChallengeFields\n    }\n  }\n"): (typeof documents)["\n  mutation BeginPasskeySignIn {\n    beginPasskeySignIn {\n      ...PasskeyChallengeFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignInWithPasskey($response: String!) {\n    signInWithPasskey(response: $response) {\n      ...SignInStepFields\n    }\n  }\n"): (typeof documents)["\n  mutation SignInWithPasskey($response: String!) {\n    signInWithPasskey(response: $response) {\n      ...SignInStepFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UseReEnrolment($signInId: ID) {\n    useReEnrolment(signInId: $signInId) {\n      ...SignInStepFields\n    }\n  }\n"): (typeof documents)["\n  mutation UseReEnrolment($signInId: ID) {\n    useReEnrolment(signInId: $signInId) {\n      ...SignInStepFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation VerifySecondStep($input: VerifySecondStepInput!) {\n    verifySecondStep(input: $input) {\n      ...SignInStepFields\n    }\n  }\n"): (typeof documents)["\n  mutation VerifySecondStep($input: VerifySecondStepInput!) {\n    verifySecondStep(input: $input) {\n      ...SignInStepFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendSignInCode($signInId: ID) {\n    sendSignInCode(signInId: $signInId) {\n      ...SendCodeFields\n    }\n  }\n"): (typeof documents)["\n  mutation SendSignInCode($signInId: ID) {\n    sendSignInCode(signInId: $signInId) {\n      ...SendCodeFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginPasskeySecondStep($signInId: ID) {\n    beginPasskeySecondStep(signInId: $signInId) {\n      ...PasskeyChallengeFields\n    }\n  }\n"): (typeof documents)["\n  mutation BeginPasskeySecondStep($signInId: ID) {\n    beginPasskeySecondStep(signInId: $signInId) {\n      ...PasskeyChallengeFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ...SignInStepFields\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ...SignInStepFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelSignIn($signInId: ID) {\n    cancelSignIn(signInId: $signInId)\n  }\n"): (typeof documents)["\n  mutation CancelSignIn($signInId: ID) {\n    cancelSignIn(signInId: $signInId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NetworkSsoFields on NetworkSso {\n    id\n    callbackUrl\n    backChannelLogoutUrl\n    afterSignOutUrl\n    connection {\n      issuer\n      clientId\n      hasSecret\n      workedAt\n      trouble {\n        reason\n        at\n      }\n      requiredFrom\n      proofRequiredFrom\n      proofValues\n      earlierProofUntil\n      justInTimeRole\n      endsAt\n    }\n    domains {\n      name\n      isProved\n      missingSince\n      recordName\n      recordValue\n    }\n    counts {\n      members\n      guests\n      joined\n      proved\n    }\n    trial {\n      at\n      result\n      trouble\n      proof\n      detail\n      claims {\n        name\n        value\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment NetworkSsoFields on NetworkSso {\n    id\n    callbackUrl\n    backChannelLogoutUrl\n    afterSignOutUrl\n    connection {\n      issuer\n      clientId\n      hasSecret\n      workedAt\n      trouble {\n        reason\n        at\n      }\n      requiredFrom\n      proofRequiredFrom\n      proofValues\n      earlierProofUntil\n      justInTimeRole\n      endsAt\n    }\n    domains {\n      name\n      isProved\n      missingSince\n      recordName\n      recordValue\n    }\n    counts {\n      members\n      guests\n      joined\n      proved\n    }\n    trial {\n      at\n      result\n      trouble\n      proof\n      detail\n      claims {\n        name\n        value\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChangedSso on SsoChanged {\n    sso {\n      ...NetworkSsoFields\n    }\n  }\n"): (typeof documents)["\n  fragment ChangedSso on SsoChanged {\n    sso {\n      ...NetworkSsoFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NetworkSso($slug: String!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        mandatory {\n          activatedAt\n        }\n      }\n      sso {\n        ...NetworkSsoFields\n      }\n    }\n  }\n"): (typeof documents)["\n  query NetworkSso($slug: String!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        mandatory {\n          activatedAt\n        }\n      }\n      sso {\n        ...NetworkSsoFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveSsoConnection($input: SaveSsoConnectionInput!) {\n    saveSsoConnection(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n      ... on SsoProviderProblem {\n        reason\n        detail\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SaveSsoConnection($input: SaveSsoConnectionInput!) {\n    saveSsoConnection(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n      ... on SsoProviderProblem {\n        reason\n        detail\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSsoConnection($input: EndSsoConnectionInput!) {\n    endSsoConnection(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation EndSsoConnection($input: EndSsoConnectionInput!) {\n    endSsoConnection(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KeepSsoConnection($networkId: ID!) {\n    keepSsoConnection(networkId: $networkId) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation KeepSsoConnection($networkId: ID!) {\n    keepSsoConnection(networkId: $networkId) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetJustInTimeRole($networkId: ID!, $role: Role) {\n    setJustInTimeRole(networkId: $networkId, role: $role) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation SetJustInTimeRole($networkId: ID!, $role: Role) {\n    setJustInTimeRole(networkId: $networkId, role: $role) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequireSso($input: RequireSsoInput!) {\n    requireSso(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation RequireSso($input: RequireSsoInput!) {\n    requireSso(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MakeSsoOptional($networkId: ID!) {\n    makeSsoOptional(networkId: $networkId) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation MakeSsoOptional($networkId: ID!) {\n    makeSsoOptional(networkId: $networkId) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetSsoProof($input: SetSsoProofInput!) {\n    setSsoProof(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation SetSsoProof($input: SetSsoProofInput!) {\n    setSsoProof(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ClaimSsoDomain($input: SsoDomainInput!) {\n    claimSsoDomain(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation ClaimSsoDomain($input: SsoDomainInput!) {\n    claimSsoDomain(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProveSsoDomain($input: SsoDomainInput!) {\n    proveSsoDomain(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation ProveSsoDomain($input: SsoDomainInput!) {\n    proveSsoDomain(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReleaseSsoDomain($input: SsoDomainInput!) {\n    releaseSsoDomain(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation ReleaseSsoDomain($input: SsoDomainInput!) {\n    releaseSsoDomain(input: $input) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LinkedPeople($slug: String!, $search: String!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        members(first: 10, search: $search, order: NAME) {\n          edges {\n            node {\n              id\n              name\n              email\n              ssoAt\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query LinkedPeople($slug: String!, $search: String!) {\n    network(slug: $slug) {\n      id\n      security {\n        id\n        members(first: 10, search: $search, order: NAME) {\n          edges {\n            node {\n              id\n              name\n              email\n              ssoAt\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReleaseSsoIdentity($networkId: ID!, $memberId: ID!) {\n    releaseSsoIdentity(networkId: $networkId, memberId: $memberId) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation ReleaseSsoIdentity($networkId: ID!, $memberId: ID!) {\n    releaseSsoIdentity(networkId: $networkId, memberId: $memberId) {\n      ...ChangedSso\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompanySignIn($of: String!) {\n    companySignIn(of: $of) {\n      ... on CompanySignIns {\n        networks {\n          slug\n          name\n          startUrl\n          helpContact\n        }\n      }\n      ...TooManyTries\n    }\n  }\n"): (typeof documents)["\n  query CompanySignIn($of: String!) {\n    companySignIn(of: $of) {\n      ... on CompanySignIns {\n        networks {\n          slug\n          name\n          startUrl\n          helpContact\n        }\n      }\n      ...TooManyTries\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompanySignInToJoin {\n    companySignInToJoin {\n      providerEmail\n      accountEmail\n      network {\n        slug\n        name\n        startUrl\n      }\n    }\n  }\n"): (typeof documents)["\n  query CompanySignInToJoin {\n    companySignInToJoin {\n      providerEmail\n      accountEmail\n      network {\n        slug\n        name\n        startUrl\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation JoinCompanySignIn {\n    joinCompanySignIn {\n      ... on SignedIn {\n        viewer {\n          id\n        }\n      }\n      ... on CompanySignInRefused {\n        reason\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation JoinCompanySignIn {\n    joinCompanySignIn {\n      ... on SignedIn {\n        viewer {\n          id\n        }\n      }\n      ... on CompanySignInRefused {\n        reason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyRoles {\n    viewer {\n      id\n      memberships {\n        id\n        role\n        network {\n          id\n          slug\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyRoles {\n    viewer {\n      id\n      memberships {\n        id\n        role\n        network {\n          id\n          slug\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnterWithoutSso($networkId: ID!) {\n    enterWithoutSso(networkId: $networkId) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation EnterWithoutSso($networkId: ID!) {\n    enterWithoutSso(networkId: $networkId) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmAuthenticatorSetup($input: ConfirmSetupInput!) {\n    confirmAuthenticatorSetup(input: $input) {\n      ...ConfirmSetupFields\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmAuthenticatorSetup($input: ConfirmSetupInput!) {\n    confirmAuthenticatorSetup(input: $input) {\n      ...ConfirmSetupFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginSmsSetup($input: BeginSmsSetupInput!) {\n    beginSmsSetup(input: $input) {\n      ... on SmsSetup {\n        setupId\n      }\n      ... on UnsupportedDestination {\n        reason\n        country\n        example\n      }\n      ... on InvalidPhoneNumber {\n        example\n      }\n      ... on SendCodeTooSoon {\n        retryAt\n      }\n      ...TooManyTries\n    }\n  }\n"): (typeof documents)["\n  mutation BeginSmsSetup($input: BeginSmsSetupInput!) {\n    beginSmsSetup(input: $input) {\n      ... on SmsSetup {\n        setupId\n      }\n      ... on UnsupportedDestination {\n        reason\n        country\n        example\n      }\n      ... on InvalidPhoneNumber {\n        example\n      }\n      ... on SendCodeTooSoon {\n        retryAt\n      }\n      ...TooManyTries\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmPasskeySetup($input: ConfirmPasskeySetupInput!) {\n    confirmPasskeySetup(input: $input) {\n      ...ConfirmSetupFields\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmPasskeySetup($input: ConfirmPasskeySetupInput!) {\n    confirmPasskeySetup(input: $input) {\n      ...ConfirmSetupFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginPasskeySetup {\n    beginPasskeySetup {\n      ... on PasskeySetup {\n        setupId\n        optionsJson\n        suggestedLabel\n      }\n      ...TooManyTries\n    }\n  }\n"): (typeof documents)["\n  mutation BeginPasskeySetup {\n    beginPasskeySetup {\n      ... on PasskeySetup {\n        setupId\n        optionsJson\n        suggestedLabel\n      }\n      ...TooManyTries\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ContinueToOtherNetworks($signInId: ID) {\n    continueToOtherNetworks(signInId: $signInId) {\n      ...SignInStepFields\n    }\n  }\n"): (typeof documents)["\n  mutation ContinueToOtherNetworks($signInId: ID) {\n    continueToOtherNetworks(signInId: $signInId) {\n      ...SignInStepFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LeaveTheDoor($signInId: ID) {\n    cancelSignIn(signInId: $signInId)\n  }\n"): (typeof documents)["\n  mutation LeaveTheDoor($signInId: ID) {\n    cancelSignIn(signInId: $signInId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmSmsSetup($input: ConfirmSetupInput!) {\n    confirmSmsSetup(input: $input) {\n      ...ConfirmSetupFields\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmSmsSetup($input: ConfirmSetupInput!) {\n    confirmSmsSetup(input: $input) {\n      ...ConfirmSetupFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResendSmsSetupCode($setupId: ID!) {\n    resendSmsSetupCode(setupId: $setupId) {\n      ...SendCodeFields\n    }\n  }\n"): (typeof documents)["\n  mutation ResendSmsSetupCode($setupId: ID!) {\n    resendSmsSetupCode(setupId: $setupId) {\n      ...SendCodeFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginAuthenticatorSetup {\n    beginAuthenticatorSetup {\n      ... on AuthenticatorSetup {\n        setupId\n        secret\n        otpauthUri\n        expiresAt\n      }\n      ...TooManyTries\n    }\n  }\n"): (typeof documents)["\n  mutation BeginAuthenticatorSetup {\n    beginAuthenticatorSetup {\n      ... on AuthenticatorSetup {\n        setupId\n        secret\n        otpauthUri\n        expiresAt\n      }\n      ...TooManyTries\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConfirmSetupFields on ConfirmSetupResult {\n    ... on TwoFactorSetUp {\n      viewer {\n        id\n        email\n        twoFactor {\n          id\n          isOn\n          preferredMethod\n          backupCodesLeft\n          maskedPhoneNumber\n          factors {\n            id\n            method\n            label\n            createdAt\n            lastUsedAt\n          }\n        }\n      }\n      backupCodes {\n        ...Sheet\n      }\n    }\n    ...WrongCode\n    ...TooManyTries\n  }\n"): (typeof documents)["\n  fragment ConfirmSetupFields on ConfirmSetupResult {\n    ... on TwoFactorSetUp {\n      viewer {\n        id\n        email\n        twoFactor {\n          id\n          isOn\n          preferredMethod\n          backupCodesLeft\n          maskedPhoneNumber\n          factors {\n            id\n            method\n            label\n            createdAt\n            lastUsedAt\n          }\n        }\n      }\n      backupCodes {\n        ...Sheet\n      }\n    }\n    ...WrongCode\n    ...TooManyTries\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetUpProgress {\n    capabilities {\n      smsCountries\n    }\n    setUpProgress {\n      isSmsAvailable\n      isPasskeyAvailable\n      allowedMethods\n      mailboxProofRequired\n      mailboxCodeDelivery\n      mailboxResendAvailableAt\n      barredBy {\n        id\n        name\n      }\n      authenticator {\n        setupId\n        secret\n        otpauthUri\n        expiresAt\n      }\n      sms {\n        setupId\n        phoneNumber\n        expiresAt\n        resendAvailableAt\n        codeDelivery\n      }\n    }\n    viewer {\n      id\n      email\n      twoFactor {\n        id\n        isOn\n        preferredMethod\n        factors {\n          id\n          method\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SetUpProgress {\n    capabilities {\n      smsCountries\n    }\n    setUpProgress {\n      isSmsAvailable\n      isPasskeyAvailable\n      allowedMethods\n      mailboxProofRequired\n      mailboxCodeDelivery\n      mailboxResendAvailableAt\n      barredBy {\n        id\n        name\n      }\n      authenticator {\n        setupId\n        secret\n        otpauthUri\n        expiresAt\n      }\n      sms {\n        setupId\n        phoneNumber\n        expiresAt\n        resendAvailableAt\n        codeDelivery\n      }\n    }\n    viewer {\n      id\n      email\n      twoFactor {\n        id\n        isOn\n        preferredMethod\n        factors {\n          id\n          method\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VerificationRequestFields on VerificationRequest {\n    id\n    status\n    app\n    networkName\n    reason\n    amount\n    payee\n    expiresAt\n    methods\n    maskedPhoneNumber\n    providerUrl\n    returnTo\n  }\n"): (typeof documents)["\n  fragment VerificationRequestFields on VerificationRequest {\n    id\n    status\n    app\n    networkName\n    reason\n    amount\n    payee\n    expiresAt\n    methods\n    maskedPhoneNumber\n    providerUrl\n    returnTo\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query VerificationRequest($id: ID!) {\n    viewer {\n      id\n      email\n    }\n    verificationRequest(id: $id) {\n      ...VerificationRequestFields\n    }\n  }\n"): (typeof documents)["\n  query VerificationRequest($id: ID!) {\n    viewer {\n      id\n      email\n    }\n    verificationRequest(id: $id) {\n      ...VerificationRequestFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerVerification($input: AnswerVerificationInput!) {\n    answerVerification(input: $input) {\n      ... on VerificationEnded {\n        status\n        returnTo\n      }\n      ...WrongCode\n    }\n  }\n"): (typeof documents)["\n  mutation AnswerVerification($input: AnswerVerificationInput!) {\n    answerVerification(input: $input) {\n      ... on VerificationEnded {\n        status\n        returnTo\n      }\n      ...WrongCode\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerVerificationByProvider($id: ID!) {\n    answerVerificationByProvider(id: $id) {\n      ... on VerificationEnded {\n        status\n        returnTo\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AnswerVerificationByProvider($id: ID!) {\n    answerVerificationByProvider(id: $id) {\n      ... on VerificationEnded {\n        status\n        returnTo\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeclineVerification($id: ID!) {\n    declineVerification(id: $id) {\n      status\n      returnTo\n    }\n  }\n"): (typeof documents)["\n  mutation DeclineVerification($id: ID!) {\n    declineVerification(id: $id) {\n      status\n      returnTo\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LeaveVerification($id: ID!) {\n    leaveVerification(id: $id) {\n      status\n      returnTo\n    }\n  }\n"): (typeof documents)["\n  mutation LeaveVerification($id: ID!) {\n    leaveVerification(id: $id) {\n      status\n      returnTo\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginPasskeyVerification($id: ID!) {\n    beginPasskeyVerification(id: $id) {\n      ...PasskeyChallengeFields\n    }\n  }\n"): (typeof documents)["\n  mutation BeginPasskeyVerification($id: ID!) {\n    beginPasskeyVerification(id: $id) {\n      ...PasskeyChallengeFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendVerificationCode($id: ID!) {\n    sendVerificationCode(id: $id) {\n      ...SendCodeFields\n    }\n  }\n"): (typeof documents)["\n  mutation SendVerificationCode($id: ID!) {\n    sendVerificationCode(id: $id) {\n      ...SendCodeFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Sheet on BackupCodeSheet {\n    generatedAt\n    codes {\n      code\n      usedAt\n    }\n  }\n"): (typeof documents)["\n  fragment Sheet on BackupCodeSheet {\n    generatedAt\n    codes {\n      code\n      usedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevealBackupCodes {\n    revealBackupCodes {\n      ...Sheet\n    }\n  }\n"): (typeof documents)["\n  mutation RevealBackupCodes {\n    revealBackupCodes {\n      ...Sheet\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendMailboxCode($signInId: ID) {\n    sendMailboxCode(signInId: $signInId) {\n      ...SendCodeFields\n    }\n  }\n"): (typeof documents)["\n  mutation SendMailboxCode($signInId: ID) {\n    sendMailboxCode(signInId: $signInId) {\n      ...SendCodeFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProveMailbox($code: String!, $signInId: ID) {\n    proveMailbox(code: $code, signInId: $signInId) {\n      ...SignInStepFields\n    }\n  }\n"): (typeof documents)["\n  mutation ProveMailbox($code: String!, $signInId: ID) {\n    proveMailbox(code: $code, signInId: $signInId) {\n      ...SignInStepFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NetworkJoinLink($slug: String!) {\n    network(slug: $slug) {\n      id\n      joinLink {\n        domains\n        createdAt\n        creatorName\n      }\n    }\n  }\n"): (typeof documents)["\n  query NetworkJoinLink($slug: String!) {\n    network(slug: $slug) {\n      id\n      joinLink {\n        domains\n        createdAt\n        creatorName\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeRole($input: ChangeRoleInput!) {\n    changeRole(input: $input) {\n      ... on RoleChanged {\n        member {\n          ...TeammateFields\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeRole($input: ChangeRoleInput!) {\n    changeRole(input: $input) {\n      ... on RoleChanged {\n        member {\n          ...TeammateFields\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndMemberSessions($membershipId: ID!) {\n    endMemberSessions(membershipId: $membershipId)\n  }\n"): (typeof documents)["\n  mutation EndMemberSessions($membershipId: ID!) {\n    endMemberSessions(membershipId: $membershipId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveMember($input: MemberInput!) {\n    removeMember(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveMember($input: MemberInput!) {\n    removeMember(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TransferOwnership($input: TransferOwnershipInput!) {\n    transferOwnership(input: $input) {\n      ...InvalidFields\n    }\n  }\n"): (typeof documents)["\n  mutation TransferOwnership($input: TransferOwnershipInput!) {\n    transferOwnership(input: $input) {\n      ...InvalidFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PasskeyChallengeFields on PasskeyChallengeResult {\n    ... on PasskeyChallenge {\n      optionsJson\n    }\n    ...TooManyTries\n    ...EndedSignIn\n  }\n"): (typeof documents)["\n  fragment PasskeyChallengeFields on PasskeyChallengeResult {\n    ... on PasskeyChallenge {\n      optionsJson\n    }\n    ...TooManyTries\n    ...EndedSignIn\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SendCodeFields on SendCodeResult {\n    ... on CodeSent {\n      sentTo\n      expiresAt\n      resendAvailableAt\n    }\n    ... on SendCodeTooSoon {\n      retryAt\n    }\n    ...TooManyTries\n    ...EndedSignIn\n  }\n"): (typeof documents)["\n  fragment SendCodeFields on SendCodeResult {\n    ... on CodeSent {\n      sentTo\n      expiresAt\n      resendAvailableAt\n    }\n    ... on SendCodeTooSoon {\n      retryAt\n    }\n    ...TooManyTries\n    ...EndedSignIn\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EndedSignIn on SignInExpired {\n    wasReplaced\n  }\n"): (typeof documents)["\n  fragment EndedSignIn on SignInExpired {\n    wasReplaced\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SignInStepFields on SignInStep {\n    ... on SignedIn {\n      viewer {\n        id\n        twoFactor {\n          id\n          backupCodesLeft\n        }\n      }\n    }\n    ... on SecondStepRequired {\n      signInId\n      email\n      methods\n      preferred\n      maskedPhoneNumber\n      codeDelivery\n      sendRetryAt\n      resendAvailableAt\n      trustDeviceAllowed\n      reEnrolmentOffered\n      reEnrolmentFrom\n      reEnrolmentAwaits {\n        id\n        name\n      }\n      expiresAt\n    }\n    ... on SetUpRequired {\n      signInId\n      maskedEmail\n      mailboxProofRequired\n      isReEnrolment\n      expiresAt\n      networks {\n        id\n        name\n        slug\n        deadline\n        helpContact\n      }\n      otherNetworks {\n        id\n        name\n        slug\n      }\n    }\n    ... on SsoRequired {\n      startUrl\n      network {\n        id\n        name\n      }\n    }\n    ...WrongCode\n    ...TooManyTries\n    ...EndedSignIn\n  }\n"): (typeof documents)["\n  fragment SignInStepFields on SignInStep {\n    ... on SignedIn {\n      viewer {\n        id\n        twoFactor {\n          id\n          backupCodesLeft\n        }\n      }\n    }\n    ... on SecondStepRequired {\n      signInId\n      email\n      methods\n      preferred\n      maskedPhoneNumber\n      codeDelivery\n      sendRetryAt\n      resendAvailableAt\n      trustDeviceAllowed\n      reEnrolmentOffered\n      reEnrolmentFrom\n      reEnrolmentAwaits {\n        id\n        name\n      }\n      expiresAt\n    }\n    ... on SetUpRequired {\n      signInId\n      maskedEmail\n      mailboxProofRequired\n      isReEnrolment\n      expiresAt\n      networks {\n        id\n        name\n        slug\n        deadline\n        helpContact\n      }\n      otherNetworks {\n        id\n        name\n        slug\n      }\n    }\n    ... on SsoRequired {\n      startUrl\n      network {\n        id\n        name\n      }\n    }\n    ...WrongCode\n    ...TooManyTries\n    ...EndedSignIn\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignInProgress {\n    signInProgress {\n      ...SignInStepFields\n    }\n  }\n"): (typeof documents)["\n  query SignInProgress {\n    signInProgress {\n      ...SignInStepFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExtendSignIn($signInId: ID) {\n    extendSignIn(signInId: $signInId) {\n      ...SignInStepFields\n    }\n  }\n"): (typeof documents)["\n  mutation ExtendSignIn($signInId: ID) {\n    extendSignIn(signInId: $signInId) {\n      ...SignInStepFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WrongCode on InvalidCode {\n    attemptsLeft\n    alreadyUsed\n    clockOffsetSeconds\n    isOver\n  }\n"): (typeof documents)["\n  fragment WrongCode on InvalidCode {\n    attemptsLeft\n    alreadyUsed\n    clockOffsetSeconds\n    isOver\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TooManyTries on TooManyAttempts {\n    retryAt\n    remedy\n  }\n"): (typeof documents)["\n  fragment TooManyTries on TooManyAttempts {\n    retryAt\n    remedy\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment InvalidFields on InvalidInput {\n    fields {\n      field\n    }\n  }\n"): (typeof documents)["\n  fragment InvalidFields on InvalidInput {\n    fields {\n      field\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompanySignOut {\n    viewer {\n      id\n      companySignOutUrl\n    }\n  }\n"): (typeof documents)["\n  query CompanySignOut {\n    viewer {\n      id\n      companySignOutUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    signOut\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;