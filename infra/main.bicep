// ひとづくり窓口 in Azure, one resource group. README.md says how to deploy it and what is where.
targetScope = 'resourceGroup'

@description('Begins the name of every resource: lower-case letters and digits. It must stay the same for ever, as must the resource group: names are derived from both.')
@minLength(3)
@maxLength(11)
param name string = 'hitozukuri'

@description('Where everything lies. Personal data of the staff: keep it in Japan.')
@allowed(['japaneast', 'japanwest'])
param location string = 'japaneast'

@description('How the bot proves who it is to Teams. UserAssignedMSI has no secret that could leak or run out. SingleTenant is for a registration that exists already. none: Slack alone.')
@allowed(['UserAssignedMSI', 'SingleTenant', 'none'])
param teams string = 'UserAssignedMSI'

@description('SingleTenant only: the application (client) id of the registration in Microsoft Entra ID.')
param appId string = ''

@description('True once slack-bot-token and slack-signing-secret lie in the Key Vault.')
param slack bool = false

@description('Serverless fits a city of some thousand people, busy on a few days of the year; autoscale is for a steady load. It cannot be changed later.')
@allowed(['serverless', 'autoscale'])
param capacity string = 'serverless'

@description('Left out: derived from name. After a restore: the name of the restored account.')
param storeName string = ''

@description('How far back the store can be restored. What was deleted can be brought back for as long: the shorter, the better for the people it is about.')
@allowed(['Continuous7Days', 'Continuous30Days'])
param backup string = 'Continuous7Days'

@description('True: Cosmos DB and Key Vault answer inside a virtual network only. See README.md for the order of the steps.')
param privateNetwork bool = false

@description('Size of the App Service plan: Basic or better, for the process must never be put to sleep.')
param planSku string = 'P0v3'

@description('How many instances share the work.')
@minValue(1)
@maxValue(10)
param instances int = 1

@description('How long log lines are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Which log lines the product writes.')
@allowed(['error', 'warn', 'info', 'debug'])
param logLevel string = 'info'

var unique = uniqueString(resourceGroup().id, name)
var databaseName = 'hitozukuri'

// Every kind of document, as services/store/containers.ts names them; a test compares the two.
var containerNames = [
  'people'
  'self-reports'
  'windows'
  'conversations'
  'seen'
  'audit'
  'policy'
]

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: { name: '${name}-logs', location: location, days: logDays }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  params: { name: name, location: location }
}

module store 'modules/store.bicep' = {
  name: 'store'
  params: {
    name: empty(storeName) ? '${name}-${unique}' : storeName
    location: location
    databaseName: databaseName
    containerNames: containerNames
    capacity: capacity
    backup: backup
    public: !privateNetwork
    logsId: logs.outputs.id
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    // A vault's name has 24 characters at most.
    name: take('${take(name, 10)}-${unique}', 24)
    location: location
    public: !privateNetwork
    logsId: logs.outputs.id
  }
}

module endpoints 'modules/endpoints.bicep' = if (privateNetwork) {
  name: 'endpoints'
  params: {
    name: name
    location: location
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointSubnetId
    storeId: store.outputs.id
    vaultId: vault.outputs.id
  }
}

module bot 'modules/bot.bicep' = if (teams != 'none') {
  name: 'bot'
  params: {
    name: '${name}-${unique}'
    location: location
    type: teams == 'SingleTenant' ? 'SingleTenant' : 'UserAssignedMSI'
    appId: appId
    endpoint: 'https://${siteName}.azurewebsites.net/api/messages'
  }
}

var siteName = '${name}-${unique}'
var secretsAt = '${vault.outputs.uri}secrets'

// The names are those of bot/environment.ts; a test compares the two. PORT comes from App Service itself.
var settings = {
  STORE: 'cosmos'
  COSMOS_ENDPOINT: store.outputs.endpoint
  COSMOS_DATABASE: databaseName
  VAULT: 'keyvault:${vault.outputs.keyUrl}'
  LOG_LEVEL: logLevel
}

var teamsSettings = teams == 'none'
  ? {}
  : {
      MICROSOFT_APP_ID: bot!.outputs.appId
      MICROSOFT_APP_TYPE: teams
      MICROSOFT_APP_TENANT_ID: tenant().tenantId
    }

var teamsSecrets = teams == 'SingleTenant'
  ? { MICROSOFT_APP_PASSWORD: '@Microsoft.KeyVault(SecretUri=${secretsAt}/microsoft-app-password)' }
  : {}

var slackSecrets = slack
  ? {
      SLACK_BOT_TOKEN: '@Microsoft.KeyVault(SecretUri=${secretsAt}/slack-bot-token)'
      SLACK_SIGNING_SECRET: '@Microsoft.KeyVault(SecretUri=${secretsAt}/slack-signing-secret)'
    }
  : {}

module site 'modules/site.bicep' = {
  name: 'site'
  params: {
    name: siteName
    location: location
    planSku: planSku
    instances: instances
    settings: union(settings, teamsSettings, teamsSecrets, slackSecrets)
    botIdentityId: teams == 'none' ? '' : bot!.outputs.identityId
    subnetId: privateNetwork ? network!.outputs.siteSubnetId : ''
    logsId: logs.outputs.id
  }
}

module access 'modules/access.bicep' = {
  name: 'access'
  params: {
    principalId: site.outputs.principalId
    storeName: store.outputs.name
    vaultName: vault.outputs.name
    keyName: vault.outputs.keyName
  }
}

@description('The site: deploy the code here.')
output siteName string = site.outputs.name
@description('The host of the bot: --domain of the Teams package, and the address in the Slack manifest.')
output host string = site.outputs.host
@description('--bot-id of the Teams package.')
output botId string = teams == 'none' ? '' : bot!.outputs.appId
@description('Where the secrets go.')
output vaultName string = vault.outputs.name
@description('The Cosmos DB account.')
output storeName string = store.outputs.name
