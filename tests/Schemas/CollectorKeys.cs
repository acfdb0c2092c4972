namespace CrossCloudMesh.Tests.Schemas;

/// <summary>The keys that the collector's components take, as far as they are of use here, from their documents and not from what we write.</summary>
/// <remarks>
/// A line is kind and type, then its keys: <c>key{…}</c> holds keys, <c>key[…]</c> a list of such, <c>key(a|b)</c> one of these words,
/// <c>*</c> any key. Sources, read 2026-11-21: config.schema.yaml and README.md of otlpexporter, otlphttpexporter, exporterhelper with its
/// queuebatch, batchprocessor, memorylimiter, otlpreceiver in open-telemetry/opentelemetry-collector at 934999fbab27; config.schema.yaml of
/// sigv4authextension and kubeletstatsreceiver, README.md of filestorage and k8sattributesprocessor in its contrib; the values of the chart
/// 0.170.0 for health_check, file_log and service; README.md and config.go of googlecloudmonitoringreceiver. Known from use, not read: resource,
/// awsproxy, tail_sampling, transform, and of prometheus what is Prometheus's own.
/// </remarks>
internal static class CollectorKeys
{
    private const string Queue = "sending_queue{enabled num_consumers wait_for_result block_on_overflow sizer(requests|items|bytes) queue_size storage "
        + "batch{flush_timeout min_size max_size sizer(items|bytes) partition{metadata_keys}}} "
        + "retry_on_failure{enabled initial_interval max_interval max_elapsed_time multiplier randomization_factor} timeout compression headers{*} auth{authenticator} "
        + "tls{insecure insecure_skip_verify ca_file cert_file key_file server_name_override min_version}";

    private const string Relabel = "source_labels action(keep|drop|replace|labeldrop|labelkeep|labelmap|hashmod) regex target_label replacement separator modulus";

    public static string[] Lines { get; } =
    [
        "exporters/otlp_grpc endpoint balancer_name keepalive{*} read_buffer_size write_buffer_size wait_for_ready " + Queue,
        "exporters/otlp_http endpoint traces_endpoint metrics_endpoint logs_endpoint profiles_endpoint encoding(proto|json) read_buffer_size write_buffer_size " + Queue,
        "extensions/awsproxy endpoint proxy_address region role_arn aws_endpoint local_mode service_name tls{*}",
        "extensions/file_storage directory timeout fsync create_directory directory_permissions "
            + "compaction{on_start on_rebound directory max_transaction_size cleanup_on_start rebound_needed_threshold_mib rebound_trigger_threshold_mib check_interval}",
        "extensions/health_check endpoint path response_body{*} tls{*}",
        "extensions/sigv4auth region service assume_role{arn external_id expiry_window session_duration session_name sts_region web_identity_token_file}",
        "processors/batch timeout send_batch_size send_batch_max_size metadata_keys metadata_cardinality_limit",
        "processors/k8s_attributes auth_type passthrough wait_for_metadata wait_for_metadata_timeout extract{metadata annotations[tag_name key from] labels[tag_name key from] "
            + "otel_annotations deployment_name_from_replicaset} filter{*} pod_association[sources[from(connection|resource_attribute) name]] exclude{*}",
        "processors/memory_limiter check_interval limit_mib limit_percentage spike_limit_mib spike_limit_percentage min_gc_interval_when_soft_limited min_gc_interval_when_hard_limited "
            + "max_gc_interval_when_soft_limited max_gc_interval_when_hard_limited",
        "processors/resource attributes[key value action(insert|update|upsert|delete|hash|extract|convert) from_attribute from_context pattern converted_type]",
        "processors/tail_sampling decision_wait num_traces expected_new_traces_per_sec decision_cache{*} policies[*]",
        "processors/transform error_mode(ignore|silent|propagate) flatten_data "
            + "metric_statements[context(resource|scope|metric|datapoint) conditions statements error_mode]",
        "receivers/file_log include exclude start_at(beginning|end) include_file_path include_file_name storage operators[type id max_log_size *] "
            + "retry_on_failure{enabled initial_interval max_interval max_elapsed_time} poll_interval",
        "receivers/googlecloudmonitoring collection_interval initial_delay timeout project_id endpoint metrics_list[metric_name metric_descriptor_filter]",
        "receivers/kubeletstats collection_interval initial_delay timeout auth_type(serviceAccount|tls|none|kubeConfig) endpoint insecure_skip_verify metric_groups "
            + "extra_metadata_labels node ca_file key_file cert_file collect_all_network_interfaces{node pod} k8s_api_config{*} metrics{*}",
        "receivers/otlp protocols{grpc{endpoint transport max_recv_msg_size_mib tls{*} keepalive{*}} http{endpoint traces_url_path metrics_url_path logs_url_path cors{*} tls{*}}}",
        $"receivers/prometheus config{{global{{*}} scrape_configs[job_name scrape_interval scrape_timeout metrics_path scheme static_configs[*] "
            + $"kubernetes_sd_configs[role(pod|node|service|endpoints) selectors[role field label] namespaces{{*}}] relabel_configs[{Relabel}] metric_relabel_configs[{Relabel}]]}} trim_metric_suffixes",
        "service/service extensions telemetry{metrics{readers[pull{exporter{prometheus{host port without_type_suffix without_units without_scope_info}}} periodic{*}] level} logs{*} traces{*} resource{*}} pipelines{*}",
    ];
}
