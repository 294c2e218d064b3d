// Cosmos DB: every document. No keys: only identities with a role of access.bicep may read or write.
param name string
param location string
param databaseName string
param containerNames string[]
@allowed(['serverless', 'autoscale'])
param capacity string
param backup string
param public bool
param logsId string

var serverless = capacity == 'serverless'
var autoscaleUnitsMax = 4000

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: name
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: false }]
    capabilities: serverless ? [{ name: 'EnableServerless' }] : []
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: backup } }
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: public ? 'Enabled' : 'Disabled'
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: databaseName
  properties: {
    resource: { id: databaseName }
    options: serverless ? {} : { autoscaleSettings: { maxThroughput: autoscaleUnitsMax } }
  }
}

// The product checks this shape at its start: one partition key, and expiry only for items that name their own.
resource containers 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = [
  for container in containerNames: {
    parent: database
    name: container
    properties: {
      resource: {
        id: container
        partitionKey: { paths: ['/partition'], kind: 'Hash', version: 2 }
        defaultTtl: -1
      }
    }
  }
]

// Never the data plane: its lines name the documents, and so the people.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account
  name: 'control-plane'
  properties: {
    workspaceId: logsId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ category: 'ControlPlaneRequests', enabled: true }]
  }
}

output id string = account.id
output name string = account.name
output endpoint string = account.properties.documentEndpoint
