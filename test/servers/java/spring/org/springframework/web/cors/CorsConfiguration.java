package org.springframework.web.cors;

import java.util.List;

/** What can be set, with the types that Spring Framework has; it keeps what it is given. */
public class CorsConfiguration {
    private List<String> allowedOrigins;
    private List<String> allowedMethods;
    private List<String> allowedHeaders;
    private List<String> exposedHeaders;
    private Boolean allowCredentials;
    private Long maxAge;

    public void setAllowedOrigins(List<String> origins) {
        allowedOrigins = origins;
    }

    public List<String> getAllowedOrigins() {
        return allowedOrigins;
    }

    public void setAllowedMethods(List<String> methods) {
        allowedMethods = methods;
    }

    public List<String> getAllowedMethods() {
        return allowedMethods;
    }

    public void setAllowedHeaders(List<String> headers) {
        allowedHeaders = headers;
    }

    public List<String> getAllowedHeaders() {
        return allowedHeaders;
    }

    public void setExposedHeaders(List<String> headers) {
        exposedHeaders = headers;
    }

    public List<String> getExposedHeaders() {
        return exposedHeaders;
    }

    public void setAllowCredentials(Boolean allow) {
        allowCredentials = allow;
    }

    public Boolean getAllowCredentials() {
        return allowCredentials;
    }

    public void setMaxAge(Long seconds) {
        maxAge = seconds;
    }

    public Long getMaxAge() {
        return maxAge;
    }
}
