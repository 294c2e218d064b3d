// The bot's registration: who it is to Teams, and where Teams finds it.
param name string
param location string
@allowed(['UserAssignedMSI', 'SingleTenant'])
param type string
param appId string
param endpoint string

var managed = type == 'UserAssignedMSI'

// It can speak as the bot, and nothing else: it has no role on the store or the vault.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = if (managed) {
  name: '${name}-bot'
  location: location
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'ひとづくり窓口'
    endpoint: endpoint
    msaAppType: type
    msaAppId: managed ? identity!.properties.clientId : appId
    msaAppMSIResourceId: managed ? identity.id : null
    msaAppTenantId: tenant().tenantId
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true, enableCalling: false }
  }
}

output appId string = bot.properties.msaAppId
output identityId string = managed ? identity.id : ''
