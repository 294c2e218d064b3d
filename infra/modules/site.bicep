// App Service: where the product runs, as it is in the repository, on Node 24.
param name string
param location string
param planSku string
param instances int
param settings object
param botIdentityId string
param subnetId string
param logsId string

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: { name: planSku, capacity: instances }
  properties: { reserved: true }
}

// Two identities: its own opens the store and the vault, the other one speaks to Teams.
resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: empty(botIdentityId)
    ? { type: 'SystemAssigned' }
    : { type: 'SystemAssigned, UserAssigned', userAssignedIdentities: { '${botIdentityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: 'SystemAssigned'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node bot/start.js'
      alwaysOn: true
      healthCheckPath: '/readyz'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      remoteDebuggingEnabled: false
      vnetRouteAllEnabled: !empty(subnetId)
    }
  }

  // A stop finishes the turns under way, for up to 20 seconds; the platform's own limit would be 5.
  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, { WEBSITES_CONTAINER_STOP_TIME_LIMIT: '30' })
  }

  // Whoever deploys signs in as a person or a pipeline of the tenant; there is no password to deploy with.
  resource deployment 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }
}

// The product's own lines, which never hold what people wrote, and the platform's; no log of requests.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'lines'
  properties: {
    workspaceId: logsId
    logs: [
      { category: 'AppServiceConsoleLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true }
      { category: 'AppServiceAuditLogs', enabled: true }
    ]
  }
}

output name string = site.name
output host string = site.properties.defaultHostName
output principalId string = site.identity.principalId
