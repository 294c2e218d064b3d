// Key Vault: the key that wraps every record's own key, and the secrets of the platforms.
param name string
param location string
param public bool
param logsId string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // Once on, for ever on: without the key nothing confidential can ever be read again.
    enablePurgeProtection: true
    publicNetworkAccess: public ? 'Enabled' : 'Disabled'
    networkAcls: { bypass: 'AzureServices', defaultAction: public ? 'Allow' : 'Deny' }
  }
}

// It wraps and unwraps, nothing else, and never leaves the vault. A new version each year; old ones go on opening.
resource key 'Microsoft.KeyVault/vaults/keys@2023-07-01' = {
  parent: vault
  name: 'records'
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
    attributes: { enabled: true, exportable: false }
    rotationPolicy: {
      lifetimeActions: [{ trigger: { timeAfterCreate: 'P1Y' }, action: { type: 'rotate' } }]
    }
  }
}

// Who used which key and secret, and when; no content.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'audit'
  properties: {
    workspaceId: logsId
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

output id string = vault.id
output name string = vault.name
output uri string = vault.properties.vaultUri
output keyName string = key.name
output keyUrl string = '${vault.properties.vaultUri}keys/${key.name}'
