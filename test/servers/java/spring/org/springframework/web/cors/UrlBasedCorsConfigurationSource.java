package org.springframework.web.cors;

import java.util.LinkedHashMap;
import java.util.Map;

public class UrlBasedCorsConfigurationSource implements CorsConfigurationSource {
    private final Map<String, CorsConfiguration> configurations = new LinkedHashMap<>();

    public void registerCorsConfiguration(String pattern, CorsConfiguration configuration) {
        configurations.put(pattern, configuration);
    }

    public Map<String, CorsConfiguration> getCorsConfigurations() {
        return configurations;
    }
}
