#!/usr/bin/env bash
# Tells which identity a deployment of Pulumi Cloud asks AWS and Google for: the writer's where its operation writes, else the reader's.
#   bash deployments/identity.sh >> /PULUMI_ENV
# It only asks. Both clouds read the operation from the token that Pulumi Cloud signs, so a preview whose code asks for more gets nothing.
set -euo pipefail
readonly token=/mnt/pulumi/pulumi.oidc

case $PULUMI_CI_OPERATION in
  update | destroy | remediate-drift) role=$MESH_AWS_WRITER account=$MESH_GOOGLE_WRITER ;;
  *) role=$MESH_AWS_READER account=$MESH_GOOGLE_READER ;;
esac

printf 'AWS_ROLE_ARN=%s\n' "$role"
printf 'AWS_ROLE_SESSION_NAME=%s\n' "$(printf 'pulumi-%s-%s' "$PULUMI_CI_STACK" "$PULUMI_CI_BUILD_NUMBER" | tr -c 'A-Za-z0-9=,.@_-' '-' | cut -c 1-64)"
printf 'AWS_WEB_IDENTITY_TOKEN_FILE=%s\n' "$token"
printf 'GOOGLE_CREDENTIALS={"type":"external_account","audience":"//iam.googleapis.com/%s","subject_token_type":"urn:ietf:params:oauth:token-type:jwt","token_url":"https://sts.googleapis.com/v1/token","credential_source":{"file":"%s"},"service_account_impersonation_url":"https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/%s:generateAccessToken"}\n' \
  "$MESH_GOOGLE_ISSUER" "$token" "$account"
