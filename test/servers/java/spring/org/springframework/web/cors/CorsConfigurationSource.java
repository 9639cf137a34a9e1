package org.springframework.web.cors;

public interface CorsConfigurationSource {}
