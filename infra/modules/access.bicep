// What the site's own identity may do, and nobody else: use the documents, wrap with the key, read the secrets.
param principalId string
param storeName string
param vaultName string
param keyName string

// Microsoft's built-in roles have the same ids everywhere.
var dataContributor = '00000000-0000-0000-0000-000000000002'
var cryptoServiceEncryptionUser = 'e147488a-f6f5-4113-8e2d-b22465e65bf6'
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' existing = {
  name: storeName
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName

  resource key 'keys' existing = {
    name: keyName
  }
}

resource documents 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = {
  parent: account
  name: guid(account.id, principalId, dataContributor)
  properties: {
    principalId: principalId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
    scope: account.id
  }
}

resource wrapping 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::key
  name: guid(vault::key.id, principalId, cryptoServiceEncryptionUser)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      cryptoServiceEncryptionUser
    )
  }
}

resource secrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, principalId, secretsUser)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      secretsUser
    )
  }
}
